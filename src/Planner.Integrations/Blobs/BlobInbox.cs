using Azure.Storage.Blobs;
using Planner.Durability;
using static Planner.Integrations.Artifacts.StoredFiles;

namespace Planner.Integrations.Blobs;

/// <summary>Answers as blobs, <c>{run}/inbox/{item}</c>: a blob that may not exist yet is written by one writer only.</summary>
/// <remarks>Members throw <see cref="RunBlobsUnavailableException"/> where the account cannot be reached or refuses.</remarks>
public sealed class BlobInbox : IInbox
{
    private readonly StoredBlobs blobs;

    /// <summary>Answers in a container, which is made at the first write.</summary>
    public BlobInbox(BlobContainerClient container)
        : this(RunBlobs.In(container))
    {
    }

    internal BlobInbox(StoredBlobs blobs) => this.blobs = blobs;

    /// <inheritdoc />
    public async Task<InboxWrite> TryAdd(string runId, string item, string payload, CancellationToken cancellation = default)
    {
        var name = Folder(runId) + BlobName.Of(item);
        while (!await blobs.Create(name, Utf8.GetBytes(payload), cancellation))
        {
            if (await blobs.Read(name, cancellation) is { } standing)
            {
                return new InboxWrite(false, new InboxItem(item, Utf8.GetString(standing.Bytes)));
            }
        }

        return new InboxWrite(true, new InboxItem(item, payload));
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<InboxItem>> Read(string runId, CancellationToken cancellation = default)
    {
        List<InboxItem> items = [];
        var folder = Folder(runId);
        foreach (var blob in await blobs.Below(folder, cancellation))
        {
            if (await blobs.Read(blob.Name, cancellation) is { } standing)
            {
                items.Add(new InboxItem(BlobName.Read(blob.Name[folder.Length..]), Utf8.GetString(standing.Bytes)));
            }
        }

        return [.. items.OrderBy(i => i.Item, StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public Task Delete(string runId, CancellationToken cancellation = default) => blobs.DeleteBelow(Folder(runId), cancellation);

    private static string Folder(string runId) => $"{BlobName.Of(runId)}/inbox/";
}
