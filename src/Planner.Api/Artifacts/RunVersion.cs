using System.Text;
using Planner.Api.Runs;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Planning.Runs;
using Planner.Core.Text;
using Planner.Durability;

namespace Planner.Api.Artifacts;

/// <summary>The version that a run wrote.</summary>
internal sealed class RunVersion(RunLookup runs, IArtifactStore store)
{
    /// <summary>What the run wrote; a place without version where it has not finished, null where there is no such run.</summary>
    public async Task<VersionPlace?> Find(string runId, CancellationToken cancellation)
    {
        if (await runs.Current(runId, cancellation) is not { } run)
        {
            return null;
        }

        var ticket = Payload.Read<PlanRequest>(run.Input!).Ticket;
        return new VersionPlace(run.InstanceId, ticket, run.Output is { } output ? Payload.Read<PlanResult>(output).Version : null);
    }

    /// <summary>A file of the version as text, or null.</summary>
    public async Task<string?> Read(VersionPlace place, string path, CancellationToken cancellation) =>
        place.Version is { } version ? await store.Read(place.Ticket, version, ArtifactPath.OfFile(path), cancellation) : null;

    /// <summary>Paths of all files, in ordinal order.</summary>
    public async Task<IReadOnlyList<string>> List(VersionPlace place, CancellationToken cancellation) =>
        place.Version is { } version ? await store.List(place.Ticket, version, cancellation) : [];

    /// <summary>What the manifest says of the files, and of itself.</summary>
    public async Task<IReadOnlyList<ManifestFile>> Files(VersionPlace place, CancellationToken cancellation)
    {
        if (await Read(place, Manifest.Path, cancellation) is not { } text)
        {
            return [];
        }

        var all = PlanJson.Read<Manifest>(text).Files.Append(ManifestFile.Of(new Artifact(Manifest.Path, text)));
        return [.. all.OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>UTF-8 bytes as they are stored.</summary>
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>Where a run's files lie.</summary>
internal sealed record VersionPlace(string RunId, string Ticket, int? Version);
