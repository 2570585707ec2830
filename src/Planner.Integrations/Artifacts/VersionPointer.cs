using System.Text;
using System.Text.Json;
using Planner.Core.Artifacts;

namespace Planner.Integrations.Artifacts;

/// <summary><c>latest.json</c>: the one file of a ticket that is ever replaced.</summary>
/// <param name="Version">The latest published version.</param>
/// <param name="Manifest">Its manifest, relative to the ticket's folder.</param>
internal sealed record VersionPointer(int Version, string Manifest)
{
    public static int? Read(ArtifactFolder folder)
    {
        if (!File.Exists(folder.Latest))
            return null;
        try
        {
            return PlanJson.Read<VersionPointer>(File.ReadAllText(folder.Latest)) is { Version: > 0 } pointer ? pointer.Version : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new ArtifactMissingException($"'{folder.Latest}' is damaged: remove it; publishing writes it again.");
        }
    }

    public static void Write(ArtifactFolder folder, int version, DurableFiles files) => files.Write(
        folder.Latest,
        Encoding.UTF8.GetBytes(PlanJson.Artifact(new VersionPointer(version, $"v{version}/manifest.json"))),
        Path.Combine(folder.Self, ".latest.tmp"));
}
