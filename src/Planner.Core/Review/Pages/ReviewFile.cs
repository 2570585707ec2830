using Planner.Core.Opinions;
using Planner.Core.Review.Reports;

namespace Planner.Core.Review.Pages;

/// <summary>The shape of <c>review.json</c>.</summary>
public sealed record ReviewFile(string Verdict, IReadOnlyList<Gate> Gates, IReadOnlyList<CheckOutcome> Checks, IReadOnlyList<Finding> Findings)
{
    /// <summary>Its path.</summary>
    public const string Path = "review.json";

    /// <summary>What the review says.</summary>
    public static ReviewFile Of(ReviewReport report) => new(report.Verdict, report.Gates, report.Checks, report.Findings);
}
