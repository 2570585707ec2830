using System.Text;
using System.Text.RegularExpressions;

namespace Planner.Core.Review.Reading;

/// <summary>What a Markdown page lets a reader's program act on: code and escaped characters are only shown.</summary>
internal static partial class LiveText
{
    /// <summary>Lines outside of fenced blocks with blanks for code spans and for escaped characters, each as long as it was.</summary>
    public static IEnumerable<(int Number, string Text)> Of(string markdown)
    {
        var paragraphs = new List<List<(int Number, string Text)>>();
        foreach (var line in FencedBlocks.Prose(markdown))
        {
            if (paragraphs.Count == 0 || line.Number != paragraphs[^1][^1].Number + 1 || Begins().IsMatch(line.Text))
            {
                paragraphs.Add([]);
            }

            paragraphs[^1].Add(line);
        }

        return paragraphs.SelectMany(Blanked);
    }

    /// <summary>A code span may go on in the next line of its paragraph, never in another paragraph, row or item.</summary>
    private static IEnumerable<(int Number, string Text)> Blanked(List<(int Number, string Text)> paragraph) =>
        paragraph.Select(l => l.Number).Zip(Blanked(string.Join('\n', paragraph.Select(l => l.Text))).Split('\n'));

    /// <summary>The text with blanks for code spans and for escaped characters, as long as it was.</summary>
    public static string Blanked(string text)
    {
        var live = new StringBuilder(text);
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfShown(text, at);
            for (var i = at; i < end; i++)
            {
                live[i] = text[i] == '\n' ? '\n' : ' ';
            }

            at = Math.Max(end, at + 1);
        }

        return live.ToString();
    }

    /// <summary>Behind the escaped character or the code span that begins here; here, where neither does.</summary>
    private static int EndOfShown(string text, int at) => text[at] switch
    {
        '\\' when at + 1 < text.Length && text[at + 1] is not '\n' => at + 2,
        '`' => EndOfSpan(text, at),
        _ => at,
    };

    /// <summary>A span ends at the next row of as many backticks; a row without a counterpart is text.</summary>
    private static int EndOfSpan(string text, int at)
    {
        var ticks = Ticks(text, at);
        for (var i = at + ticks; i < text.Length; i += Math.Max(1, Ticks(text, i)))
        {
            if (Ticks(text, i) == ticks)
            {
                return i + ticks;
            }
        }

        return at + ticks;
    }

    private static int Ticks(string text, int at) => text.AsSpan(at).IndexOfAnyExcept('`') is >= 0 and var count ? count : text.Length - at;

    [GeneratedRegex(@"^\s*($|[|#>]|[-*+] |[0-9]+[.)] |`{3}|~{3})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Begins();
}
