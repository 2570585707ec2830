using Planner.Conformance.ArtifactStore;
using Planner.Core.Artifacts;
using Planner.Integrations.Artifacts;

namespace Planner.Integrations.Tests.Artifacts;

public sealed class FileArtifactStoreConformanceTests : ArtifactStoreConformance, IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("planner-store-").FullName;

    protected override Task<IArtifactStore> Open() => Task.FromResult<IArtifactStore>(new FileArtifactStore(root));

    public void Dispose() => Directory.Delete(root, recursive: true);
}
