using System.Text.Json.Serialization;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Review.Audits;

namespace Planner.Core.Review.Reports;

/// <summary>What the review says.</summary>
/// <param name="Verdict">One of <see cref="Verdicts"/>.</param>
/// <param name="Gates">In the order of the design.</param>
/// <param name="Checks">Q1 to Q16.</param>
/// <param name="Findings">By check, then artifact, line and id; those of the second reading last.</param>
public sealed record ReviewReport(string Verdict, IReadOnlyList<Gate> Gates, IReadOnlyList<CheckOutcome> Checks, IReadOnlyList<Finding> Findings)
{
    /// <summary>The files as they were judged, so that who writes can see that it writes the same; empty where no run is known.</summary>
    public IReadOnlyList<ManifestFile> Reviewed { get; init; } = [];

    /// <summary>The second reading of the plan; null where the rules alone think.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AuditReport? Audit { get; init; }
}

/// <summary>A gate.</summary>
public sealed record Gate(string Name, bool Passed);

/// <summary>How a check ended.</summary>
public sealed record CheckOutcome(string Id, CheckStatus Status, string Reason);

/// <summary>The words of a verdict.</summary>
public static class Verdicts
{
    /// <summary>Every gate passed and people took every decision.</summary>
    public const string Approved = "APPROVED";

    /// <summary>Every gate passed and a deadline took a decision.</summary>
    public const string Provisional = "APPROVED WITH PROVISIONAL DECISIONS";

    /// <summary>A gate failed.</summary>
    public const string NeedsAttention = "NEEDS ATTENTION";
}
