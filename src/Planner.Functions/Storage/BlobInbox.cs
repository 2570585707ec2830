using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Planner.Durability;

namespace Planner.Functions.Storage;

/// <summary>Answers as blobs, <c>{run}/inbox/{item}</c>: a blob that may not exist yet is written by one writer only.</summary>
internal sealed class BlobInbox(BlobContainerClient container) : IInbox
{
    private static readonly BlobUploadOptions CreateOnly = new() { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };

    public async Task<InboxWrite> TryAdd(string runId, string item, string payload, CancellationToken cancellation = default)
    {
        var blob = container.GetBlobClient(Folder(runId) + BlobName.Of(item));
        try
        {
            await blob.UploadAsync(new BinaryData(Encoding.UTF8.GetBytes(payload)), CreateOnly, cancellation);
            return new InboxWrite(true, new InboxItem(item, payload));
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            return new InboxWrite(false, new InboxItem(item, await Text(blob, cancellation)));
        }
    }

    public async Task<IReadOnlyList<InboxItem>> Read(string runId, CancellationToken cancellation = default)
    {
        List<InboxItem> items = [];
        var folder = Folder(runId);
        await foreach (var blob in container.GetBlobsAsync(prefix: folder, cancellationToken: cancellation))
        {
            var item = BlobName.Read(blob.Name[folder.Length..]);
            items.Add(new InboxItem(item, await Text(container.GetBlobClient(blob.Name), cancellation)));
        }

        return [.. items.OrderBy(i => i.Item, StringComparer.Ordinal)];
    }

    private static string Folder(string runId) => $"{BlobName.Of(runId)}/inbox/";

    private static async Task<string> Text(BlobClient blob, CancellationToken cancellation) =>
        (await blob.DownloadContentAsync(cancellation)).Value.Content.ToString();
}
