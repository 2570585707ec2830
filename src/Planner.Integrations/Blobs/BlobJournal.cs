using System.Text.Json;
using Azure.Storage.Blobs;
using Planner.Durability;
using static Planner.Integrations.Artifacts.StoredFiles;

namespace Planner.Integrations.Blobs;

/// <summary>
/// Journals as append blobs, <c>{run}/journal</c>, an entry a line. Who appends must have read all that is there: the
/// service refuses an append at any other place than the end.
/// </summary>
/// <remarks>Members throw <see cref="RunBlobsUnavailableException"/> where the account cannot be reached or refuses.</remarks>
public sealed class BlobJournal : IJournal
{
    private readonly StoredBlobs blobs;

    /// <summary>Journals in a container, which is made at the first write.</summary>
    public BlobJournal(BlobContainerClient container)
        : this(RunBlobs.In(container))
    {
    }

    internal BlobJournal(StoredBlobs blobs) => this.blobs = blobs;

    /// <inheritdoc />
    public async Task Append(string runId, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation = default)
    {
        while (!await TryAppend(NameOf(runId), entries, cancellation))
        {
            // Somebody else was faster; what they wrote is read at the next attempt.
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<JournalLine>> Read(string runId, long after = 0, int limit = 1000, CancellationToken cancellation = default)
    {
        var entries = Entries(await blobs.Read(NameOf(runId), cancellation));
        return [.. entries.Select((entry, index) => new JournalLine(index + 1, entry)).Where(line => line.Sequence > after).Take(limit)];
    }

    /// <inheritdoc />
    public Task Delete(string runId, CancellationToken cancellation = default) => blobs.Delete(NameOf(runId), cancellation);

    private async Task<bool> TryAppend(string name, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        var standing = await blobs.Read(name, cancellation);
        var known = Entries(standing).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        var lines = entries.Where(entry => known.Add(entry.Id)).Select(entry => JsonSerializer.Serialize(entry) + "\n").ToArray();
        return lines.Length == 0 || await blobs.Append(name, Utf8.GetBytes(string.Concat(lines)), standing?.Bytes.Length ?? 0, cancellation);
    }

    private static IEnumerable<JournalEntry> Entries(StoredBlob? blob) => blob is null
        ? []
        : Utf8.GetString(blob.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JournalEntry>(line)!);

    private static string NameOf(string runId) => $"{BlobName.Of(runId)}/journal";
}
