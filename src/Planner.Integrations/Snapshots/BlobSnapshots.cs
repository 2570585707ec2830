using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Planner.Core.Grounding.Snapshots;
using Planner.Integrations.Artifacts;

namespace Planner.Integrations.Snapshots;

/// <summary>Snapshots in the artifact container.</summary>
public sealed class BlobSnapshots : ISnapshotPlaces
{
    private readonly BlobContainerClient container;

    private BlobSnapshots(BlobContainerClient container) => this.container = container;

    /// <summary>Null where artifacts go to a folder. Faults of the section are told by <see cref="ArtifactStores.Open"/>.</summary>
    /// <param name="configuration">Section <c>Artifacts</c>.</param>
    public static BlobSnapshots? Of(IConfiguration configuration) =>
        ArtifactStores.Container(configuration) is { } container ? new BlobSnapshots(container) : null;

    /// <inheritdoc />
    public ISnapshotPlace Place(string name, long largest) => new BlobSnapshot(container, name, largest);
}
