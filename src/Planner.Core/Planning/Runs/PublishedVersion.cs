using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Text;

namespace Planner.Core.Planning.Runs;

/// <summary>A version as readers find it in the store.</summary>
internal sealed class PublishedVersion(IArtifactStore store, string ticket, int version)
{
    /// <summary>Its manifest.</summary>
    /// <exception cref="ArtifactMissingException">There is none.</exception>
    public async Task<Manifest> Manifest(CancellationToken cancellation) =>
        await store.Read(ticket, version, Planner.Core.Artifacts.Records.Manifest.Path, cancellation) is { } text
            ? PlanJson.Read<Manifest>(text)
            : throw new ArtifactMissingException($"Version {version} of {ticket} was published and has no manifest to read.");

    /// <summary>Reads every file back and holds it against the manifest.</summary>
    /// <exception cref="ManifestMismatchException">The store does not hold what was written.</exception>
    public async Task Verify(CancellationToken cancellation)
    {
        var files = new List<Artifact>();
        foreach (var path in await store.List(ticket, version, cancellation))
        {
            if (await store.Read(ticket, version, path, cancellation) is { } text)
            {
                files.Add(new(path, text));
            }
        }

        ManifestSeal.Refuse(ManifestSeal.Breaches(await Manifest(cancellation), files));
    }
}
