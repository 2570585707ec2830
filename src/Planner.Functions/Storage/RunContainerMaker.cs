using Azure.Storage.Blobs;
using Microsoft.Extensions.Hosting;

namespace Planner.Functions.Storage;

/// <summary>Makes the container of inboxes and journals before the first function runs.</summary>
internal sealed class RunContainerMaker(BlobContainerClient container) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
