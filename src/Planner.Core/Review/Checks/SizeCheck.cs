using System.Globalization;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Documents;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>Q15: the summary fits a page and counts right, pages are no longer than the work deserves, and nothing is said twice.</summary>
internal sealed class SizeCheck : ICheck
{
    private const int WordsOfAPage = 500;
    private const int WordsPerTaskOrCriterion = 500;
    private const int ShingleWords = 5;
    private const int ShortestParagraph = 15;
    private const double NearlyTheSame = 0.8;

    public string Id => "Q15";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        var findings = new FindingList(Id);
        var pages = artifacts.Files.Where(f => f.Path.EndsWith(".md", StringComparison.Ordinal)).Select(f => new ArtifactText(f.Path, f.Text)).ToList();
        var words = pages.Sum(p => Spoken(p.Text) - FencedBlocks.Of(p.Text).Blocks.Sum(b => Spoken(b.Text)));
        Summary(pages, findings);
        Figures(plan, pages, findings);
        if (words > WordsPerTaskOrCriterion * Math.Max(plan.Tasks.Count + plan.Criteria.Items.Count, 4))
        {
            findings.Warn("long", pages[0], "", $"The pages hold {words} words, more than {plan.Tasks.Count} tasks and {plan.Criteria.Items.Count} criteria deserve.");
        }

        Twice(pages, findings);
        return findings.Result($"Words outside of code: {words}; pages: {pages.Count}; tasks: {plan.Tasks.Count}.");
    }

    private static void Summary(List<ArtifactText> pages, FindingList findings)
    {
        const string Title = "\n## Executive summary\n";
        if (pages.Find(p => p.Path == "implementation.md") is not { } page || page.Text.IndexOf(Title, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return;
        }

        var rest = page.Text[(at + Title.Length)..];
        var end = rest.IndexOf("\n## ", StringComparison.Ordinal);
        var count = Words(end < 0 ? rest : rest[..end]).Length;
        if (count > WordsOfAPage)
        {
            findings.Warn("summary", page, "", $"The executive summary has {count} words; a page holds {WordsOfAPage}.");
        }
    }

    /// <summary>What the summary counts, counted again.</summary>
    private static void Figures(Plan plan, List<ArtifactText> pages, FindingList findings)
    {
        if (pages.Find(p => p.Path == ExecutiveSummaryDocument.File) is not { } page)
        {
            return;
        }

        if (Words(page.Text).Length > WordsOfAPage)
        {
            findings.Warn("summary", page, "", $"{page.Path} has {Words(page.Text).Length} words; a page holds {WordsOfAPage}.");
        }

        var told = MarkdownTable.Read(page.Text, "Measure").ToDictionary(r => r.Cells["Measure"], r => r.Cells["Value"], StringComparer.Ordinal);
        (string Measure, int Count)[] counted =
            [("Tasks due", plan.Tasks.Count(t => !t.Contingent)), ("Tests planned", plan.Tests.Count), ("Risks", plan.Risks.Count), ("Decisions", plan.Decisions.Count), ("Questions open", plan.Questions.Count(q => q.Answer is null))];
        foreach (var (measure, count) in counted.Where(c => !told.TryGetValue(c.Measure, out var value) || value.Split(' ', ',')[0] != c.Count.ToString(CultureInfo.InvariantCulture)))
        {
            findings.Warn("figures", page, "", $"{page.Path} does not tell that {measure} are {count}.");
        }
    }

    private static void Twice(List<ArtifactText> pages, FindingList findings)
    {
        var paragraphs = pages.SelectMany(Paragraphs).ToList();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var again = paragraphs.FindIndex(i + 1, p => p.Page.Path != paragraphs[i].Page.Path && Likeness(p.Shingles, paragraphs[i].Shingles) > NearlyTheSame);
            if (again >= 0)
            {
                findings.Add(new("Q15.twice", Severity.Warning, paragraphs[again].Page.Path, paragraphs[again].Line, "", $"This stands in {paragraphs[i].Page.Path}, line {paragraphs[i].Line}, too."));
            }
        }
    }

    private static IEnumerable<Paragraph> Paragraphs(ArtifactText page) => page.Text.Split('\n')
        .Select((line, i) => (Words: Words(line), Number: i + 1, Prose: line.Length > 0 && line[0] is not ('|' or '#' or '`')))
        .Where(l => l.Prose && l.Words.Length >= ShortestParagraph)
        .Select(l => new Paragraph(page, l.Number, Shingles(l.Words)));

    private static HashSet<string> Shingles(string[] words) =>
        [.. Enumerable.Range(0, words.Length - ShingleWords + 1).Select(i => string.Join(' ', words, i, ShingleWords))];

    private static double Likeness(HashSet<string> a, HashSet<string> b)
    {
        var shared = a.Count(b.Contains);
        return shared / (double)(a.Count + b.Count - shared);
    }

    /// <summary>Without the strokes of tables and lists.</summary>
    private static int Spoken(string text) => Words(text).Count(w => w.Any(char.IsLetterOrDigit));

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private sealed record Paragraph(ArtifactText Page, int Line, HashSet<string> Shingles);
}
