using Planner.Core.Grounding.Documents;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Markdown;
using Planner.Core.Text.Words;

namespace Planner.Codebase.Practices;

/// <summary>Reads the headings of a Markdown document with the words under them; code blocks are no text.</summary>
internal static class DocumentSections
{
    private const int MostSections = 120;
    private const int MostWords = 80;
    private const int MostNames = 40;
    private const int LongestTitle = 120;
    private const int LongestText = 256 * 1024;

    /// <summary>Pages that speak of everything that ever was, or of nothing in particular.</summary>
    private static readonly string[] Elsewhere = ["changelog", "license", "licence", "code_of_conduct", "notice", "third-party"];

    public static bool Is(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".md" or ".markdown"
        && !Elsewhere.Any(e => Path.GetFileName(path).StartsWith(e, StringComparison.OrdinalIgnoreCase));

    public static IReadOnlyList<SectionFact> Read(string path, string text)
    {
        var outline = MarkdownOutline.Of(text.Length > LongestText ? text[..LongestText] : text);
        var prose = outline.Prose().Where(l => !outline.IsFence(l.Number)).ToList();
        return [.. outline.Headings
            .Zip(outline.Headings.Skip(1).Select(h => h.Line).Append(int.MaxValue))
            .Select(s =>
                (Heading: s.First, Words: string.Join('\n', prose.Where(l => l.Number > s.First.LastLine && l.Number < s.Second).Select(l => l.Text.Trim()))))
            .Where(s => s.Heading.Text.Length > 0 && !string.IsNullOrWhiteSpace(s.Words))
            .Take(MostSections)
            .Select(s => Section(path, s.Heading.Line, s.Heading.Text, $"{s.Heading.Text}\n{s.Words}"))];
    }

    private static SectionFact Section(string path, int line, string title, string text) => new(
        path,
        line,
        title.Length > LongestTitle ? title[..LongestTitle] : title,
        [.. IdentifierWords.Of(text).Where(w => w.Length > 2).Select(Nouns.Singular).Distinct(StringComparer.Ordinal).Take(MostWords)],
        [.. DocumentNames.In(text).Take(MostNames)]);
}
