using Planner.Core.Artifacts;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Review.Reading;

/// <summary>Finds paragraphs that stand on two pages in nearly the same words.</summary>
internal static class Repetition
{
    private const int ShingleWords = 5;
    private const int ShortestParagraph = 15;
    private const double NearlyTheSame = 0.8;

    public static void Judge(IEnumerable<ArtifactText> pages, FindingList findings)
    {
        var paragraphs = pages.SelectMany(Paragraphs).ToList();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var (one, again) = (paragraphs[i], paragraphs.FindIndex(
                i + 1,
                p => p.Page.Path != paragraphs[i].Page.Path && Likeness(p.Shingles, paragraphs[i].Shingles) > NearlyTheSame));
            if (again >= 0)
            {
                findings.Warn("twice", paragraphs[again].Page, paragraphs[again].Line, "", $"This stands in {one.Page.Path}, line {one.Line}, too.");
            }
        }
    }

    /// <summary>Prose only: rows of tables repeat what they are about.</summary>
    private static IEnumerable<Paragraph> Paragraphs(ArtifactText page) => MarkdownOutline.Of(page.Text).Prose()
        .Where(l => l.Text.Length > 0 && l.Text[0] is not ('|' or '#' or '`') && !l.Text.StartsWith(LimitationMarks.Mark, StringComparison.Ordinal))
        .Select(l => (l.Number, Words: l.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        .Where(l => l.Words.Length >= ShortestParagraph)
        .Select(l => new Paragraph(page, l.Number, Shingles(l.Words)));

    private static HashSet<string> Shingles(string[] words) =>
        [.. Enumerable.Range(0, words.Length - ShingleWords + 1).Select(i => string.Join(' ', words, i, ShingleWords))];

    private static double Likeness(HashSet<string> a, HashSet<string> b)
    {
        var shared = a.Count(b.Contains);
        return shared / (double)(a.Count + b.Count - shared);
    }

    private sealed record Paragraph(ArtifactText Page, int Line, HashSet<string> Shingles);
}
