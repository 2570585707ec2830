using System.Text;
using System.Text.Json;
using Planner.Core.Artifacts;
using Planner.Core.Text;

namespace Planner.Integrations.Artifacts;

/// <summary><c>latest.json</c>: the one file of a ticket that is ever replaced.</summary>
/// <param name="Version">The latest published version.</param>
/// <param name="Manifest">Its manifest, relative to the ticket's folder.</param>
internal sealed record VersionPointer(int Version, string Manifest)
{
    public static int? Read(ArtifactFolder folder) =>
        File.Exists(folder.Latest) ? Parse(File.ReadAllText(folder.Latest), folder.Latest).Version : null;

    public static void Write(ArtifactFolder folder, int version, DurableFiles files) =>
        files.Write(folder.Latest, Encoding.UTF8.GetBytes(Text(version)), Path.Combine(folder.Self, ".latest.tmp"));

    public static string Text(int version) => PlanJson.Artifact(new VersionPointer(version, $"v{version}/manifest.json"));

    /// <exception cref="ArtifactMissingException">The text is no pointer; the message names its place.</exception>
    public static VersionPointer Parse(string text, string place)
    {
        try
        {
            return PlanJson.Read<VersionPointer>(text) is { Version: > 0 } pointer ? pointer : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new ArtifactMissingException($"'{place}' is damaged: remove it; publishing writes it again.");
        }
    }
}
