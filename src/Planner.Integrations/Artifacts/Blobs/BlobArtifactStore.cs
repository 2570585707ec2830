using Azure.Storage.Blobs;
using Planner.Core.Artifacts;
using Planner.Integrations.Blobs;
using static Planner.Integrations.Artifacts.StoredFiles;

namespace Planner.Integrations.Artifacts.Blobs;

/// <summary>
/// Plans in a blob container, under the paths of the file store. Every write is conditional: what stands once is
/// written where nothing is, what changes (<c>latest.json</c>, shared documents) is written over what was read. A
/// version shows once its manifest is there; the story writes that last, so a kill at any moment leaves either files
/// that nobody sees and to which the same calls add what is missing, or the whole version.
/// </summary>
/// <remarks>
/// A version is written by the attempts of one run, which write the same files; files that another set adds at the very
/// moment when the manifest is written would show.
/// </remarks>
public sealed class BlobArtifactStore : IArtifactStore
{
    private const string ManifestPath = "manifest.json";
    private const int MostAttempts = 100;

    private readonly StoredBlobs blobs;
    private readonly BlobFaults faults;
    private readonly string place;

    /// <summary>A store in a container, which is made at the first write.</summary>
    public BlobArtifactStore(BlobContainerClient container)
        : this(container, pageSize: null)
    {
    }

    internal BlobArtifactStore(BlobContainerClient container, int? pageSize)
    {
        place = BlobContainers.Address(container);
        faults = new BlobFaults(
            place,
            "Artifacts__ConnectionString or Artifacts__AccountUrl",
            (message, retryHelps, inner) => new ArtifactStoreUnavailableException(message, retryHelps, inner));
        blobs = new StoredBlobs(container, faults, pageSize);
    }

    /// <inheritdoc />
    public async Task<string> PutContent(string ticket, string runId, string text, CancellationToken cancellation)
    {
        var bytes = Utf8.GetBytes(text);
        var hash = ContentHash.Of(bytes);
        var name = new TicketBlobs(ticket).Content(runId, hash);
        if (await blobs.Create(name, bytes, cancellation))
        {
            return hash;
        }

        var standing = await blobs.Read(name, cancellation);
        if (!Holds(standing, bytes))
        {
            await Replace(name, _ => text, cancellation);
        }

        return hash;
    }

    /// <inheritdoc />
    public async Task<string> GetContent(string ticket, string runId, string sha256, CancellationToken cancellation)
    {
        var names = new TicketBlobs(ticket);
        ContentHash.Require(sha256);
        var read = await blobs.Read(names.Content(runId, sha256), cancellation)
            ?? throw new ArtifactMissingException($"Content {sha256} of run {runId} is not in the store.");
        return ContentHash.Of(read.Bytes) == sha256
            ? Utf8.GetString(read.Bytes)
            : throw new ArtifactMissingException($"Content {sha256} of run {runId} was changed after it was written.");
    }

    /// <inheritdoc />
    public async Task<string> Note(string ticket, string runId, string name, string sha256, CancellationToken cancellation)
    {
        ContentHash.Require(name);
        ContentHash.Require(sha256);
        var note = new TicketBlobs(ticket).Note(runId, name);
        while (!await blobs.Create(note, Utf8.GetBytes(sha256), cancellation))
        {
            if (await blobs.Read(note, cancellation) is { } standing)
            {
                return Utf8.GetString(standing.Bytes);
            }
        }

        return sha256;
    }

    /// <inheritdoc />
    public async Task<string?> Noted(string ticket, string runId, string name, CancellationToken cancellation)
    {
        ContentHash.Require(name);
        return Text(await blobs.Read(new TicketBlobs(ticket).Note(runId, name), cancellation));
    }

    /// <inheritdoc />
    public Task DeleteRun(string ticket, string runId, CancellationToken cancellation) =>
        blobs.DeleteBelow(new TicketBlobs(ticket).Run(runId), cancellation);

    /// <inheritdoc />
    public async Task<int> ReserveVersion(string ticket, string runId, CancellationToken cancellation) =>
        await new BlobVersions(blobs, new TicketBlobs(ticket)).Reserve(ArtifactPath.OfRun(runId), cancellation);

    /// <inheritdoc />
    public async Task Write(string ticket, int version, string path, string text, CancellationToken cancellation)
    {
        var bytes = Utf8.GetBytes(text);
        var names = new TicketBlobs(ticket);
        var name = names.VersionFile(version, path);
        var isWhole = path != ManifestPath && await blobs.Exists(names.Manifest(version), cancellation);
        if (!isWhole && await blobs.Create(name, bytes, cancellation))
        {
            return;
        }

        if (!Holds(await blobs.Read(name, cancellation), bytes))
        {
            throw new ArtifactConflictException($"{ticket} v{version} {path} would change; versions never change.");
        }
    }

    /// <inheritdoc />
    public async Task Publish(string ticket, int version, CancellationToken cancellation)
    {
        var names = new TicketBlobs(ticket);
        if (!await blobs.Exists(names.Manifest(version), cancellation))
        {
            throw new ArtifactMissingException($"{ticket} v{version} has no {ManifestPath} yet.");
        }

        await Replace(names.Latest, old => old is not null && Pointed(names, old) >= version ? old : VersionPointer.Text(version), cancellation);
    }

    /// <inheritdoc />
    public async Task<int?> Latest(string ticket, CancellationToken cancellation)
    {
        var names = new TicketBlobs(ticket);
        return Text(await blobs.Read(names.Latest, cancellation)) is { } pointer ? Pointed(names, pointer) : null;
    }

    /// <inheritdoc />
    public async Task<string?> Read(string ticket, int version, string path, CancellationToken cancellation)
    {
        var names = new TicketBlobs(ticket);
        var text = Text(await blobs.Read(names.VersionFile(version, path), cancellation));
        return text is null || path == ManifestPath || await blobs.Exists(names.Manifest(version), cancellation) ? text : null;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> List(string ticket, int version, CancellationToken cancellation)
    {
        var names = new TicketBlobs(ticket);
        var folder = names.Version(version);

        // The manifest is asked for first: a listing of several pages could meet it and miss files that came before it.
        if (!await blobs.Exists(names.Manifest(version), cancellation))
        {
            return [];
        }

        return [.. (await blobs.Below(folder, cancellation)).Select(b => b.Name[folder.Length..]).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public Task Update(string path, Func<string?, string> change, CancellationToken cancellation) =>
        Replace(ArtifactPath.OfShared(path), change, cancellation);

    /// <inheritdoc />
    public async Task<string?> ReadShared(string path, CancellationToken cancellation) =>
        Text(await blobs.Read(ArtifactPath.OfShared(path), cancellation));

    /// <inheritdoc />
    public string Locate(string ticket, int version) => $"{place}/{new TicketBlobs(ticket).Version(version).TrimEnd('/')}";

    private int Pointed(TicketBlobs names, string pointer) => VersionPointer.Parse(pointer, $"{place}/{names.Latest}").Version;

    /// <summary>Changes what is there by compare-and-swap, at most a hundred times.</summary>
    private async Task Replace(string name, Func<string?, string> change, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var read = await blobs.Read(name, cancellation);
            var bytes = Utf8.GetBytes(change(Text(read)));
            if (Holds(read, bytes) || await blobs.Replace(name, bytes, read, cancellation))
            {
                return;
            }

            await Task.Delay(Random.Shared.Next(1, 10 * Math.Min(attempt, 20)), cancellation);
        }

        throw faults.Crowded(name);
    }

    private static bool Holds(StoredBlob? blob, byte[] bytes) => blob is not null && blob.Bytes.AsSpan().SequenceEqual(bytes);

    private static string? Text(StoredBlob? blob) => blob is null ? null : Utf8.GetString(blob.Bytes);
}
