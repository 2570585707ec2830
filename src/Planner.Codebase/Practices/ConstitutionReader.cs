using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Markdown;

namespace Planner.Codebase.Practices;

/// <summary>Reads the sentences of a constitution that oblige: those with MUST or SHOULD, in small letters where it has none in capitals.</summary>
internal static partial class ConstitutionReader
{
    public const string File = ".specify/memory/constitution.md";

    private const int Most = 40;
    private const int Longest = 300;
    private const int LongestText = 128 * 1024;

    public static IReadOnlyList<PrincipleFact> Read(string path, string text)
    {
        var bounded = Comment().Replace(text.Length > LongestText ? text[..LongestText] : text, m => new string('\n', m.Value.Count(c => c == '\n')));
        var sentences = Sentences(bounded).Where(s => !Placeholder().IsMatch(s.Text)).ToList();
        var strict = sentences.Exists(s => Capitals().IsMatch(s.Text));
        return [.. sentences
            .Select(s => (s.Line, s.Heading, s.Text, Word: (strict ? Capitals() : Small()).Match(s.Text)))
            .Where(s => s.Word.Success)
            .Take(Most)
            .Select(s => new PrincipleFact(
                path,
                s.Line,
                s.Heading,
                !s.Word.Value.StartsWith("should", StringComparison.OrdinalIgnoreCase),
                s.Text.Length > Longest ? s.Text[..Longest] + "…" : s.Text))];
    }

    private static IEnumerable<(int Line, string Heading, string Text)> Sentences(string text)
    {
        var (heading, at, paragraph) = ("", 0, "");
        var outline = MarkdownOutline.Of(text);
        var titles = outline.Headings.ToDictionary(h => h.Line, h => h.Text);
        foreach (var (number, raw) in outline.Prose().Append(new(int.MaxValue, "")))
        {
            var line = outline.IsFence(number) ? "" : raw.Trim();
            var title = titles.GetValueOrDefault(number);
            if (title is not null || line.Length == 0 || Item().IsMatch(line))
            {
                foreach (var sentence in Split(paragraph))
                {
                    yield return (at, heading, sentence);
                }

                (heading, at, paragraph) = (title ?? heading, number, title is null ? Item().Replace(line, "") : "");
            }
            else
            {
                (at, paragraph) = (paragraph.Length == 0 ? number : at, $"{paragraph} {line}".Trim());
            }
        }
    }

    private static IEnumerable<string> Split(string paragraph) =>
        End().Split(Emphasis().Replace(paragraph, "")).Select(s => s.Trim()).Where(s => s.Length > 0);

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\[[A-Z][A-Z0-9_]{3,}\]", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b(MUST|SHALL|SHOULD|REQUIRED)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Capitals();

    [GeneratedRegex(@"\b(must|shall|should)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Small();

    [GeneratedRegex(@"\A([-*+]|[0-9]+[.)])\s+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Item();

    [GeneratedRegex(@"(?<=[.!])\s+(?=[A-Z`])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex End();

    [GeneratedRegex(@"\*\*|__", RegexOptions.NonBacktracking)]
    private static partial Regex Emphasis();
}
