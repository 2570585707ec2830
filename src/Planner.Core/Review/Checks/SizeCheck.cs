using Planner.Core.Artifacts;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>Q15: the summary fits a page, pages are no longer than the work deserves, and nothing is said twice.</summary>
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
        var words = pages.Sum(p => Words(p.Text).Length);
        Summary(pages, findings);
        if (words > WordsPerTaskOrCriterion * Math.Max(plan.Tasks.Count + plan.Criteria.Items.Count, 4))
        {
            findings.Warn("long", pages[0], "", $"The pages hold {words} words, more than {plan.Tasks.Count} tasks and {plan.Criteria.Items.Count} criteria deserve.");
        }

        Twice(pages, findings);
        return findings.Result($"Words: {words}; pages: {pages.Count}; tasks: {plan.Tasks.Count}.");
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

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private sealed record Paragraph(ArtifactText Page, int Line, HashSet<string> Shingles);
}
