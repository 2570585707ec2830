using Planner.Conformance.ArtifactStore;
using Planner.Conformance.Stores;
using Planner.Core.Artifacts;
using Planner.Integrations.Artifacts.Blobs;
using Planner.Integrations.Blobs;
using Xunit;

namespace Planner.Integrations.Tests.Artifacts.Blobs;

/// <summary>The store in blobs; its container is made by the first write.</summary>
public sealed class BlobArtifactStoreConformanceTests(StorageAccount account) : ArtifactStoreConformance
{
    private readonly string container = StorageAccount.NewContainer();

    protected override async Task<IArtifactStore> Open() =>
        new BlobArtifactStore(BlobContainers.ByConnectionString(await account.ConnectionString(), container));
}
