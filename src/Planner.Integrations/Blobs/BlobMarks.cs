using Azure.Storage.Blobs;
using Planner.Durability;
using static Planner.Integrations.Artifacts.StoredFiles;

namespace Planner.Integrations.Blobs;

/// <summary>Marks as blobs, <c>{place}/inbox/{name}</c>, beside the answers of runs: names of places are none that a run has.</summary>
/// <remarks>Members throw <see cref="RunBlobsUnavailableException"/> where the account cannot be reached or refuses.</remarks>
public sealed class BlobMarks : IMarks
{
    private readonly StoredBlobs blobs;

    /// <summary>Marks in a container, which is made at the first write.</summary>
    public BlobMarks(BlobContainerClient container)
        : this(RunBlobs.In(container))
    {
    }

    internal BlobMarks(StoredBlobs blobs) => this.blobs = blobs;

    /// <inheritdoc />
    public Task<bool> TrySet(string place, string name, string text, CancellationToken cancellation = default) =>
        blobs.Create(Folder(place) + BlobName.Of(name), Utf8.GetBytes(text), cancellation);

    /// <inheritdoc />
    public async Task<string?> Find(string place, string name, CancellationToken cancellation = default) =>
        await blobs.Read(Folder(place) + BlobName.Of(name), cancellation) is { } standing ? Utf8.GetString(standing.Bytes) : null;

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> Names(string place, CancellationToken cancellation = default)
    {
        var folder = Folder(place);
        return [.. (await blobs.Below(folder, cancellation)).Select(b => BlobName.Read(b.Name[folder.Length..])).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public Task Remove(string place, string? name = null, CancellationToken cancellation = default) => name is null
        ? blobs.DeleteBelow(Folder(place), cancellation)
        : blobs.Delete(Folder(place) + BlobName.Of(name), cancellation);

    private static string Folder(string place) => $"{BlobName.Of(place)}/inbox/";
}
