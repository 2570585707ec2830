using System.Text.Json.Serialization;
using Planner.Core.Opinions;
using Planner.Core.Review.Audits;
using Planner.Core.Review.Reports;

namespace Planner.Core.Review.Pages;

/// <summary>The shape of <c>review.json</c>.</summary>
public sealed record ReviewFile(string Verdict, IReadOnlyList<Gate> Gates, IReadOnlyList<CheckOutcome> Checks, IReadOnlyList<Finding> Findings)
{
    /// <summary>Its path.</summary>
    public const string Path = "review.json";

    /// <summary>The second reading of the plan by another prompt, whose findings have codes that begin with A1; absent where rules alone think.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AuditEntry? Audit { get; init; }

    /// <summary>What the review says.</summary>
    public static ReviewFile Of(ReviewReport report) => new(report.Verdict, report.Gates, report.Checks, report.Findings)
    {
        Audit = report.Audit is { } audit ? new(audit.Status, audit.Reason, audit.Model, audit.Checked, audit.LeftOut) : null,
    };
}

/// <summary>A second reading.</summary>
/// <param name="Status">Passed, Failed or NotRun.</param>
/// <param name="Reason">Its figures, or why it did not run.</param>
/// <param name="Model">The model that read; null where none did.</param>
/// <param name="Checked">What was looked at.</param>
/// <param name="LeftOut">How many statements were left out, because their place or their words stand nowhere.</param>
public sealed record AuditEntry(AuditStatus Status, string Reason, string? Model, IReadOnlyList<AuditCheck> Checked, int LeftOut);
