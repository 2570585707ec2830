using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Planner.Integrations.Blobs;

/// <summary>
/// The blobs of one container, which is made at the first write. What is not there reads as nothing, and so does a
/// container that is not there. A write is whole or not there, and tells whether it was this call that wrote.
/// </summary>
/// <param name="container">The container.</param>
/// <param name="faults">How its faults are told.</param>
/// <param name="pageSize">Names in one answer to a listing; null: as many as the service gives.</param>
internal sealed class StoredBlobs(BlobContainerClient container, BlobFaults faults, int? pageSize = null)
{
    private const string WriteId = "write";
    private const int DeletedAtOnce = 8;
    private const string FolderMark = "hdi_isfolder";

    public Task<StoredBlob?> Read(string name, CancellationToken cancellation) => faults.Guard(Whole(name, cancellation), cancellation);

    public Task<bool> Exists(string name, CancellationToken cancellation) =>
        faults.Guard(Asked(container.GetBlobClient(name).ExistsAsync(cancellation)), cancellation);

    /// <summary>Writes a blob that is not there yet.</summary>
    /// <returns>False where one is, which stays as it is.</returns>
    public Task<bool> Create(string name, byte[] bytes, CancellationToken cancellation, params (string Key, string Value)[] labels) =>
        faults.Guard(TryWrite(name, bytes, new BlobRequestConditions { IfNoneMatch = ETag.All }, labels, cancellation), cancellation);

    /// <summary>Writes over what was read, or, where nothing was read, what is not there yet.</summary>
    /// <returns>False where somebody else wrote in between; nothing is changed then.</returns>
    public Task<bool> Replace(string name, byte[] bytes, StoredBlob? read, CancellationToken cancellation) => read is null
        ? Create(name, bytes, cancellation)
        : faults.Guard(TryWrite(name, bytes, new BlobRequestConditions { IfMatch = read.Tag }, [], cancellation), cancellation);

    /// <summary>Adds to a blob that is only ever added to, which is made where it is not there.</summary>
    /// <returns>False where its length is not what the caller read; nothing is changed then.</returns>
    public Task<bool> Append(string name, byte[] bytes, long length, CancellationToken cancellation) =>
        faults.Guard(TryAppend(container.GetAppendBlobClient(name), bytes, length, cancellation), cancellation);

    /// <summary>All blobs whose names begin so, in no promised order, however many answers it takes.</summary>
    public Task<IReadOnlyList<ListedBlob>> Below(string prefix, CancellationToken cancellation) => faults.Guard(Listed(prefix, cancellation), cancellation);

    /// <summary>Names of the folders directly below a prefix that ends in a slash, without it.</summary>
    public Task<IReadOnlyList<string>> Folders(string prefix, CancellationToken cancellation) => faults.Guard(FoldersBelow(prefix, cancellation), cancellation);

    /// <summary>Deletes a blob; one that is not there is no fault.</summary>
    public Task<bool> Delete(string name, CancellationToken cancellation) => faults.Guard(Deleted(name, cancellation), cancellation);

    /// <summary>Deletes all blobs whose names begin so; a call that is stopped in between is made again.</summary>
    public async Task DeleteBelow(string prefix, CancellationToken cancellation) =>
        await Parallel.ForEachAsync(
            await Below(prefix, cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = DeletedAtOnce, CancellationToken = cancellation },
            async (blob, stop) => await Delete(blob.Name, stop));

    private async Task<bool> Deleted(string name, CancellationToken cancellation)
    {
        try
        {
            return await container.GetBlobClient(name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        }
        catch (RequestFailedException e) when (IsAbsent(e))
        {
            return false;
        }
    }

    private async Task<StoredBlob?> Whole(string name, CancellationToken cancellation)
    {
        try
        {
            var blob = (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value;
            return IsFolder(blob.Details.Metadata) ? null : new StoredBlob(blob.Content.ToArray(), blob.Details.ETag);
        }
        catch (RequestFailedException e) when (IsAbsent(e))
        {
            return null;
        }
    }

    private async Task<bool> TryWrite(
        string name,
        byte[] bytes,
        BlobRequestConditions conditions,
        (string Key, string Value)[] labels,
        CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(name);
        var id = Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture);
        var options = new BlobUploadOptions
        {
            Conditions = conditions,
            HttpHeaders = new BlobHttpHeaders { ContentType = ContentTypes.Of(name) },
            Metadata = labels.Append((WriteId, id)).ToDictionary(label => label.Item1, label => label.Item2, StringComparer.Ordinal),
        };
        try
        {
            await Made(() => blob.UploadAsync(new BinaryData(bytes), options, cancellation), cancellation);
            return true;
        }
        catch (RequestFailedException e) when (IsRefused(e))
        {
            // Where the answer to a write was lost, the client wrote again and was refused because of itself.
            return await WriteOf(blob, cancellation) == id;
        }
    }

    private async Task<bool> TryAppend(AppendBlobClient blob, byte[] bytes, long length, CancellationToken cancellation)
    {
        try
        {
            await AppendAt(blob, bytes, length, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.AppendPositionConditionNotMet)
        {
            return false;
        }
        catch (RequestFailedException e) when (IsAbsent(e))
        {
            await Made(() => blob.CreateIfNotExistsAsync(cancellationToken: cancellation), cancellation);
            return await TryAppend(blob, bytes, length, cancellation);
        }
    }

    private static async Task AppendAt(AppendBlobClient blob, byte[] bytes, long length, CancellationToken cancellation)
    {
        using var block = new MemoryStream(bytes);
        var atEnd = new AppendBlobAppendBlockOptions { Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = length } };
        await blob.AppendBlockAsync(block, atEnd, cancellation);
    }

    private async Task<IReadOnlyList<ListedBlob>> Listed(string prefix, CancellationToken cancellation)
    {
        List<ListedBlob> found = [];
        try
        {
            await foreach (var page in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellation).AsPages(pageSizeHint: pageSize))
            {
                found.AddRange(page.Values.Where(b => !IsFolder(b.Metadata)).Select(b => new ListedBlob(b.Name, b.Metadata.AsReadOnly())));
            }

            return found;
        }
        catch (RequestFailedException e) when (IsAbsent(e))
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<string>> FoldersBelow(string prefix, CancellationToken cancellation)
    {
        List<string> found = [];
        try
        {
            await foreach (var page in container
                .GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", prefix, cancellation)
                .AsPages(pageSizeHint: pageSize))
            {
                found.AddRange(page.Values.Where(b => b.IsPrefix).Select(b => b.Prefix[prefix.Length..^1]));
            }

            return found;
        }
        catch (RequestFailedException e) when (IsAbsent(e))
        {
            return [];
        }
    }

    /// <summary>Only a write that misses the container makes it: whoever may write need not have the right to make one.</summary>
    private async Task<T> Made<T>(Func<Task<T>> write, CancellationToken cancellation)
    {
        try
        {
            return await write();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return await write();
        }
    }

    private static async Task<string?> WriteOf(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.Metadata.TryGetValue(WriteId, out var id) ? id : null;
        }
        catch (RequestFailedException e) when (IsAbsent(e))
        {
            return null;
        }
    }

    private static async Task<bool> Asked(Task<Response<bool>> question) => (await question).Value;

    private static bool IsAbsent(RequestFailedException fault) =>
        fault.ErrorCode == BlobErrorCode.BlobNotFound || fault.ErrorCode == BlobErrorCode.ContainerNotFound;

    private static bool IsRefused(RequestFailedException fault) =>
        fault.ErrorCode == BlobErrorCode.BlobAlreadyExists || fault.ErrorCode == BlobErrorCode.ConditionNotMet || fault.ErrorCode == BlobErrorCode.BlobNotFound;

    /// <summary>Accounts with a hierarchical namespace keep folders as empty blobs with this mark.</summary>
    private static bool IsFolder(IDictionary<string, string> metadata) => metadata.ContainsKey(FolderMark);
}

/// <summary>What was read, and the tag by which a later write knows it again.</summary>
internal sealed record StoredBlob(byte[] Bytes, ETag Tag);

/// <summary>A blob's name and what was written on it.</summary>
internal sealed record ListedBlob(string Name, IReadOnlyDictionary<string, string> Labels);
