using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Documents;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Review.Checks;

/// <summary>Q15: the summary fits a page and counts right, pages are as long as the work deserves, and nothing is said twice.</summary>
internal sealed class SizeCheck : ICheck
{
    private const int WordsOfAPage = 500;
    private const int FewestPieces = 4;

    /// <summary>All pages together, for each task and criterion.</summary>
    private const int MostWords = 500;

    /// <summary>One page: so many, and so many more for each task and criterion.</summary>
    private const int PageWords = 400;
    private const int MostWordsOfAPage = 120;

    /// <summary>The master plan, for each task and criterion.</summary>
    private const int FewestWords = 10;

    public string Id => "Q15";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        var findings = new FindingList(Id);
        var pages = artifacts.Files.Select(f => new ArtifactText(f.Path, f.Text)).Where(f => f.IsMarkdown).ToList();
        Bands(plan, pages, findings);
        foreach (var page in pages.Where(p => p.Path is SummaryFigures.Master or ExecutiveSummaryDocument.File))
        {
            OnePage(page, findings);
        }

        SummaryFigures.Judge(plan, artifacts, findings);
        Repetition.Judge(pages, findings);
        return findings.Result($"Words outside of code: {pages.Sum(p => Spoken(p.Text))}; pages: {pages.Count}; tasks: {plan.Tasks.Count}.");
    }

    private static void Bands(Plan plan, List<ArtifactText> pages, FindingList findings)
    {
        var pieces = Math.Max(plan.Tasks.Count + plan.Criteria.Items.Count, FewestPieces);
        var work = $"{plan.Tasks.Count} tasks and {plan.Criteria.Items.Count} criteria deserve";
        if (pages.Sum(p => Spoken(p.Text)) is var all && all > MostWords * pieces)
        {
            findings.Warn("long", pages[0], 0, "", $"The pages hold {all} words, more than {work}.");
        }

        foreach (var page in pages.Where(p => Spoken(p.Text) > PageWords + (MostWordsOfAPage * pieces)))
        {
            findings.Warn("long", page, 0, "", $"{page.Path} holds {Spoken(page.Text)} words, more than {work}.");
        }

        foreach (var page in pages.Where(p => p.Path == SummaryFigures.Master && Spoken(p.Text) < FewestWords * pieces))
        {
            findings.Warn("thin", page, 0, "", $"{page.Path} holds {Spoken(page.Text)} words, fewer than {work}.");
        }
    }

    private static void OnePage(ArtifactText page, FindingList findings)
    {
        var text = page.Path == SummaryFigures.Master ? SummaryFigures.Section(page.Text) : page.Text;
        if (Words(text).Length is var count && count > WordsOfAPage)
        {
            findings.Warn("summary", page, 0, "", $"The summary in {page.Path} has {count} words; a page holds {WordsOfAPage}.");
        }
    }

    /// <summary>Words outside of code, without the strokes of tables and lists.</summary>
    private static int Spoken(string text) => MarkdownOutline.Of(text).Prose().Sum(l => Words(l.Text).Count(w => w.Any(char.IsLetterOrDigit)));

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
