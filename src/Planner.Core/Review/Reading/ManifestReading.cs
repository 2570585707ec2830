using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reading;

/// <summary>What is wrong with the manifest of a plan: its files, who made it, of what it was made, what it leaves out.</summary>
internal static class ManifestReading
{
    private const int HexOfSha256 = 64;

    public static IEnumerable<ManifestBreach> Complaints(Manifest manifest, Plan plan, ArtifactSet artifacts) =>
        ManifestSeal.Breaches(manifest, artifacts.Files).Concat(Facts(manifest, plan)).Concat(Inputs(manifest, plan)).Concat(LeftOut(manifest, artifacts));

    private static IEnumerable<ManifestBreach> Facts(Manifest manifest, Plan plan)
    {
        (string Fact, bool IsThere)[] facts =
        [
            ("the run", manifest.RunId.Length > 0), ("the ticket of the plan", manifest.Ticket == plan.Ticket.Key), ("the time", manifest.CreatedAt.Length > 0),
            ("the version of the story", manifest.StoryVersion.Length > 0),
            ("who thought", manifest.Models.Count > 0 && manifest.Models.All(m => m.Length > 0)),
            ("the hashes of what the team overrides", manifest.Overrides.Values.All(IsHash)),
        ];
        return facts.Where(f => !f.IsThere).Select(f => new ManifestBreach("fact", Manifest.Path, $"The manifest does not tell {f.Fact}."));
    }

    private static IEnumerable<ManifestBreach> Inputs(Manifest manifest, Plan plan)
    {
        var told = manifest.Inputs;
        (string Input, bool IsTold)[] inputs =
        [
            ("ticket", told.TryGetValue("ticket", out var ticket) && IsHash(ticket)),
            ("criteria", told.GetValueOrDefault("criteria") == plan.Criteria.Hash),
            ("commit", told.GetValueOrDefault("commit") == plan.Grounding.Commit),
            ("schema", plan.Grounding.Inventory.Columns.Count == 0 || (told.TryGetValue("schema", out var schema) && IsHash(schema))),
        ];
        return inputs
            .Where(i => !i.IsTold)
            .Select(i => new ManifestBreach("input", Manifest.Path, $"The manifest does not tell of which {i.Input} the plan was made."));
    }

    private static IEnumerable<ManifestBreach> LeftOut(Manifest manifest, ArtifactSet artifacts) => artifacts.NotApplicable.Except(manifest.NotApplicable)
        .Concat(manifest.NotApplicable.Except(artifacts.NotApplicable))
        .Select(n => n.Path).Distinct(StringComparer.Ordinal)
        .Select(p => new ManifestBreach("left-out", p, $"The manifest does not give the reason for which {p} was left out."));

    private static bool IsHash(string text) => text.Length == HexOfSha256 && text.All(char.IsAsciiHexDigitLower);
}
