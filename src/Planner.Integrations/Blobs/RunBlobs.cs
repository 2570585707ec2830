using Azure.Storage.Blobs;
using Planner.Durability;

namespace Planner.Integrations.Blobs;

/// <summary>What runs keep in blobs beside their plans: answers and journals.</summary>
internal static class RunBlobs
{
    public static StoredBlobs In(BlobContainerClient container) =>
        new(container, new BlobFaults(
            BlobContainers.Address(container),
            "AzureWebJobsStorage",
            (message, retryHelps, inner) => new RunBlobsUnavailableException(message, retryHelps, inner)));
}

/// <summary>The container of answers and journals cannot be read or written. The message is one line that says how to go on.</summary>
public sealed class RunBlobsUnavailableException(string message, bool retryHelps, Exception? inner = null)
    : StepException(message, retryHelps, inner);
