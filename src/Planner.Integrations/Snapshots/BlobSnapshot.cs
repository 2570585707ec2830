using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Snapshots;
using Planner.Integrations.Blobs;

namespace Planner.Integrations.Snapshots;

/// <summary>A snapshot in the artifact container. Its hash stands beside it, so that an unchanged one is never fetched again.</summary>
/// <param name="container">The artifact container.</param>
/// <param name="name">The snapshot's name.</param>
/// <param name="largest">Bytes of an archive beyond which it is not fetched.</param>
internal sealed class BlobSnapshot(BlobContainerClient container, string name, long largest) : ISnapshotPlace
{
    private const string HashLabel = "sha256";

    private readonly BlobClient blob = container.GetBlobClient(SnapshotName.Blob(name));
    private readonly BlobFaults faults = new(
        BlobContainers.Address(container),
        "Artifacts__ConnectionString or Artifacts__AccountUrl",
        (message, retryHelps, inner) => new CodebaseUnavailableException(message, retryHelps, inner));

    // Of an archive that was put there by other means: its tag, and the hash that was counted.
    private (ETag Tag, string Hash)? counted;

    public string Told => $"blob:{name} ({BlobContainers.Address(container)}/{SnapshotName.Blob(name)})";

    public Task<string> Hash(CancellationToken cancellation) => faults.Guard(Known(cancellation), cancellation);

    public Task<Stream> Open(CancellationToken cancellation) => faults.Guard(Fetch(condition: null, cancellation), cancellation);

    public Task Put(string file, string sha256, CancellationToken cancellation) => faults.Guard(Upload(file, sha256, cancellation), cancellation);

    private async Task<string> Known(CancellationToken cancellation)
    {
        var found = await Properties(cancellation);
        if (found.Metadata.TryGetValue(HashLabel, out var told) && ContentShape(told))
        {
            return told;
        }

        if (counted is not { } known || known.Tag != found.ETag)
        {
            await using var whole = await Fetch(new BlobRequestConditions { IfMatch = found.ETag }, cancellation);
            counted = known = (found.ETag, Convert.ToHexStringLower(await SHA256.HashDataAsync(whole, cancellation)));
        }

        return known.Hash;
    }

    private async Task<BlobProperties> Properties(CancellationToken cancellation)
    {
        try
        {
            return (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            throw new CodebaseUnreadableException($"There is no snapshot {Told}: make it with 'planner snapshot --to blob:{name}'.");
        }
    }

    /// <summary>Into a file that goes when it is closed: what fails while it is unpacked is then no fault of the network.</summary>
    private async Task<Stream> Fetch(BlobRequestConditions? condition, CancellationToken cancellation)
    {
        var found = await Properties(cancellation);
        if (found.ContentLength > largest)
        {
            throw new CodebaseUnreadableException(
                $"The snapshot {Told} is larger than {largest / 1024 / 1024} MiB: leave out what is no code, or raise MaxArchiveBytes.");
        }

        var file = TemporaryFile.Create();
        try
        {
            var options = new BlobDownloadToOptions { Conditions = condition ?? new BlobRequestConditions { IfMatch = found.ETag } };
            await blob.DownloadToAsync(file, options, cancellation);
            file.Position = 0;
            return file;
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            await file.DisposeAsync();
            throw new CodebaseUnavailableException($"The snapshot {Told} was changed while it was read.", retryHelps: true);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task<Response<BlobContentInfo>> Upload(string file, string sha256, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/gzip" },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [HashLabel] = sha256 },
        };
        try
        {
            return await blob.UploadAsync(file, options, cancellation);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            // Whoever may write need not have the right to make a container.
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return await blob.UploadAsync(file, options, cancellation);
        }
    }

    private static bool ContentShape(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
