using Planner.Core.Artifacts.Markdown;
using Planner.Core.Review.Audits;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Review.Pages;

/// <summary>What the review says of the second reading.</summary>
internal static class AuditSection
{
    private const int LongestQuote = 160;

    public static MarkdownPage Add(MarkdownPage page, AuditReport audit) => page
        .Heading(2, $"What a second reading found")
        .Say($"**{Md.Of($"{Words(audit.Status)}")}**{Reader(audit)}: {Md.Of($"{audit.Reason + Findings(audit)}")}")
        .Table(
            ["Looked at", "Result", "Where", "What stands there"],
            audit.Checked.Select(c => new[] { Md.Of($"{c.What}"), Md.Of($"{Words(c.Result)}"), Md.Code(c.Place), Md.Of($"{Short(c.Quote)}") }));

    private static string Findings(AuditReport audit) => audit.Claims.Count == 0 ? "" : " Its findings stand above, with codes that begin with A1.";

    private static Md Reader(AuditReport audit) => audit.Model is { } model ? Md.Of($", by {model}") : Md.Empty;

    private static string Short(string quote) =>
        quote.Length <= LongestQuote ? quote : quote[..(char.IsHighSurrogate(quote[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)] + "…";

    private static string Words(AuditStatus status) => status switch
    {
        AuditStatus.Passed => "passed",
        AuditStatus.Failed => "failed",
        AuditStatus.NotRun => "not run",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static string Words(AuditResult result) => result switch
    {
        AuditResult.Holds => "holds",
        AuditResult.Fails => "fails",
        AuditResult.Unclear => "cannot be told",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}
