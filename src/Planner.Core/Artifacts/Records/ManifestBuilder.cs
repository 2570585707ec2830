using Planner.Core.Text;

namespace Planner.Core.Artifacts.Records;

/// <summary>What a manifest says beside its files.</summary>
public sealed record ManifestFacts
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The ticket's key.</summary>
    public required string Ticket { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>By the workflow's clock.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The version of the story.</summary>
    public required string StoryVersion { get; init; }

    /// <summary>The review's verdict.</summary>
    public required string Verdict { get; init; }

    /// <summary>Hashes of what went in, by name.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Who thought.</summary>
    public IReadOnlyList<string> Models { get; init; } = ["rules"];

    /// <summary>Tokens of all model calls.</summary>
    public TokenCount Tokens { get; init; } = new(0, 0);

    /// <summary>US dollars.</summary>
    public decimal CostUsd { get; init; }

    /// <summary>What the calls took in full; null where no call was paid.</summary>
    public ModelCallRecord? ModelCalls { get; init; }

    /// <summary>What every artifact says that the plan could not take into account.</summary>
    public IReadOnlyList<string> Limitations { get; init; } = [];

    /// <summary>Hashes of the team's own definitions and templates, by path.</summary>
    public IReadOnlyDictionary<string, string> Overrides { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>Makes the manifest of a version.</summary>
public static class ManifestBuilder
{
    /// <summary>Hashes every file of the set; the set must not hold a manifest yet.</summary>
    public static Manifest Build(ArtifactSet set, ManifestFacts facts) => new()
    {
        RunId = facts.RunId,
        Ticket = facts.Ticket,
        Version = facts.Version,
        CreatedAt = IsoTime.Of(facts.CreatedAt),
        StoryVersion = facts.StoryVersion,
        Verdict = facts.Verdict,
        Files = [.. set.Files.Where(f => f.Path != Manifest.Path).OrderBy(f => f.Path, StringComparer.Ordinal).Select(ManifestFile.Of)],
        Inputs = Sorted(facts.Inputs),
        Models = facts.Models,
        Tokens = facts.Tokens,
        CostUsd = facts.CostUsd,
        ModelCalls = facts.ModelCalls,
        Overrides = Sorted(facts.Overrides),
        Limitations = facts.Limitations.Count > 0 ? facts.Limitations : null,
        NotApplicable = [.. set.NotApplicable.OrderBy(n => n.Path, StringComparer.Ordinal)],
    };

    /// <summary>The manifest as a file.</summary>
    public static Artifact Render(Manifest manifest) => new(Manifest.Path, PlanJson.Artifact(manifest));

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> values) =>
        new(values.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal), StringComparer.Ordinal);
}
