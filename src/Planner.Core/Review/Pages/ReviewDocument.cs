using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reports;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Review.Pages;

/// <summary>The review for people.</summary>
internal static class ReviewDocument
{
    public const string Path = "review.md";

    public static string Render(Plan plan, ReviewReport report)
    {
        var page = new MarkdownPage()
            .Heading(1, $"Review: {plan.Ticket.Key}")
            .Say($"**{report.Verdict}**")
            .Heading(2, $"Gates")
            .Table(["Gate", "Passed"], report.Gates.Select(g => new[] { Md.Of($"{g.Name}"), g.Passed ? Md.Of($"yes") : Md.Of($"**no**") }))
            .Heading(2, $"Checks")
            .Table(
                ["Check", "Status", "Figures or reason"],
                report.Checks.Select(c => new[] { Md.Of($"{c.Id}"), Md.Of($"{Words(c.Status)}"), Md.Of($"{c.Reason}") }))
            .Heading(2, $"Findings");
        if (report.Findings.Count == 0)
        {
            page.Say($"None.");
        }

        page.Table(["Code", "Severity", "Where", "Id", "What"], report.Findings.Select(Row));
        return report.Audit is { } audit ? AuditSection.Add(page, audit).ToString() : page.ToString();
    }

    private static Md[] Row(Finding f) =>
        [Md.Of($"{f.Code}"), Md.Of($"{f.Severity}"), Md.Code(f.Line > 0 ? $"{f.Artifact}:{f.Line}" : f.Artifact), Md.Of($"{f.Id}"), Md.Of($"{f.Message}")];

    private static string Words(CheckStatus status) => status switch
    {
        CheckStatus.Passed => "passed",
        CheckStatus.Failed => "failed",
        CheckStatus.NotRun => "not run",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
