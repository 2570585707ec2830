using Planner.Core.Grounding.Documents;
using Planner.Core.Grounding.Facts;
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
        var sections = new List<SectionFact>();
        var (title, at, body, fenced) = ("", 0, new List<string>(), false);
        var lines = (text.Length > LongestText ? text[..LongestText] : text).Split('\n');
        for (var i = 0; i < lines.Length && sections.Count < MostSections; i++)
        {
            var line = lines[i].Trim();
            fenced ^= line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal);
            if (!fenced && MarkdownHeading.Of(line) is { } heading)
            {
                Close();
                (title, at, body) = (heading, i + 1, []);
            }
            else if (!fenced)
            {
                body.Add(line);
            }
        }

        Close();
        return sections;

        void Close()
        {
            var words = string.Join('\n', body);
            if (title.Length > 0 && !string.IsNullOrWhiteSpace(words))
            {
                sections.Add(Section(path, at, title, $"{title}\n{words}"));
            }
        }
    }

    private static SectionFact Section(string path, int line, string title, string text) => new(
        path,
        line,
        title.Length > LongestTitle ? title[..LongestTitle] : title,
        [.. IdentifierWords.Of(text).Where(w => w.Length > 2).Select(Nouns.Singular).Distinct(StringComparer.Ordinal).Take(MostWords)],
        [.. DocumentNames.In(text).Take(MostNames)]);
}
