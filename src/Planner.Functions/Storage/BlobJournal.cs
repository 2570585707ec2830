using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Planner.Durability;

namespace Planner.Functions.Storage;

/// <summary>
/// Journals as append blobs, <c>{run}/journal</c>, an entry a line. Who appends must have read all that is there: the
/// service refuses an append at any other place than the end.
/// </summary>
internal sealed class BlobJournal(BlobContainerClient container) : IJournal
{
    public async Task Append(string runId, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation = default)
    {
        var blob = container.GetAppendBlobClient($"{BlobName.Of(runId)}/journal");
        await blob.CreateIfNotExistsAsync(cancellationToken: cancellation);
        while (!await TryAppend(blob, entries, cancellation))
        {
            // Somebody else was faster; what they wrote is read at the next attempt.
        }
    }

    public async Task<IReadOnlyList<JournalLine>> Read(string runId, long after = 0, int limit = 1000, CancellationToken cancellation = default)
    {
        var blob = container.GetAppendBlobClient($"{BlobName.Of(runId)}/journal");
        var entries = (await Content(blob, cancellation)).Entries;
        return [.. entries.Select((entry, index) => new JournalLine(index + 1, entry)).Where(line => line.Sequence > after).Take(limit)];
    }

    private static async Task<bool> TryAppend(AppendBlobClient blob, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        var (standing, length) = await Content(blob, cancellation);
        var known = standing.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        var lines = entries.Where(entry => known.Add(entry.Id)).Select(entry => JsonSerializer.Serialize(entry) + "\n").ToArray();
        if (lines.Length == 0)
            return true;
        try
        {
            using var block = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(lines)));
            var atEnd = new AppendBlobAppendBlockOptions { Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = length } };
            await blob.AppendBlockAsync(block, atEnd, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.AppendPositionConditionNotMet)
        {
            return false;
        }
    }

    private static async Task<(IReadOnlyList<JournalEntry> Entries, long Length)> Content(AppendBlobClient blob, CancellationToken cancellation)
    {
        try
        {
            var bytes = (await blob.DownloadContentAsync(cancellation)).Value.Content.ToMemory();
            var lines = Encoding.UTF8.GetString(bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return ([.. lines.Select(line => JsonSerializer.Deserialize<JournalEntry>(line)!)], bytes.Length);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return ([], 0);
        }
    }
}
