using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text;

namespace Planner.Core.Artifacts.Records;

/// <summary>The shape of <c>confidence_scores.json</c>.</summary>
public sealed record ConfidenceFile(int Overall, string Formula, IReadOnlyDictionary<string, ConfidenceEntry> Specialists)
{
    /// <summary>Its path.</summary>
    public const string Path = "confidence_scores.json";

    /// <summary>How the overall confidence follows from the others.</summary>
    public const string LowestOfAll = "overall = the lowest confidence of the specialists that apply";

    /// <summary>The plan's confidence.</summary>
    public static ConfidenceFile Of(Plan plan) => new(
        OverallOf(plan.Opinions.Select(o => (o.Applies, o.Confidence))),
        LowestOfAll,
        plan.Opinions.ToDictionary(o => o.Specialist, o => Entry(o, plan), StringComparer.Ordinal));

    /// <summary>The formula, carried out; 1 where nobody could judge.</summary>
    public static int OverallOf(IEnumerable<(bool Applies, int Confidence)> specialists) =>
        specialists.Where(s => s.Applies).Select(s => s.Confidence).DefaultIfEmpty(1).Min();

    private static ConfidenceEntry Entry(Opinion opinion, Plan plan) => new(
        opinion.Confidence,
        opinion.Rationale,
        opinion.Evidence,
        [.. opinion.Risks.Select(r => r.Id)],
        plan.Rounds.GetValueOrDefault(opinion.Specialist, [opinion.Confidence]),
        opinion.Applies);
}

/// <summary>How sure a specialist is.</summary>
public sealed record ConfidenceEntry(
    int Confidence,
    string Rationale,
    IReadOnlyList<string> Evidence,
    IReadOnlyList<string> Risks,
    IReadOnlyList<int> Rounds,
    bool Applies);

/// <summary>Renders <c>confidence_scores.json</c>.</summary>
internal sealed class ConfidenceRecord : IArtifactRenderer
{
    public string Path => ConfidenceFile.Path;

    public string? NotApplicable(Plan plan) => null;

    public string Render(Plan plan) => PlanJson.Artifact(ConfidenceFile.Of(plan));
}
