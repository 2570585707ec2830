using System.Text.RegularExpressions;

namespace Planner.Integrations.Tickets;

/// <summary>
/// The heading that is the title of a Markdown text: the one that comes before all other words, else the first of the first level.
/// </summary>
/// <param name="Text">Its words; empty where there is none.</param>
/// <param name="Start">Where it begins, in characters.</param>
/// <param name="Length">Of its lines, with the end of the last.</param>
internal sealed partial record MarkdownTitle(string Text, int Start, int Length)
{
    public static MarkdownTitle Of(string body) => First(body) ?? TopLevel(body) ?? new MarkdownTitle("", 0, 0);

    private static MarkdownTitle? First(string body)
    {
        var before = Wordless().Match(body).Length;
        var rest = body[before..];
        // Below a line that parts, another one is no underline but the end of what the two hold.
        return Made(Heading().Match(rest), before) ?? (body[..before].Contains('-', StringComparison.Ordinal) ? null : Made(Underlined().Match(rest), before));
    }

    private static MarkdownTitle? TopLevel(string body)
    {
        var (at, fence) = (0, "");
        foreach (var line in body.Split('\n'))
        {
            var text = line.TrimStart();
            if (fence.Length == 0 && text.StartsWith("# ", StringComparison.Ordinal))
            {
                return Made(Heading().Match(body[at..]), at);
            }

            var mark = text.StartsWith("```", StringComparison.Ordinal) ? "```" : text.StartsWith("~~~", StringComparison.Ordinal) ? "~~~" : "";
            fence = mark.Length == 0 ? fence : fence.Length == 0 ? mark : fence == mark ? "" : fence;
            at += line.Length + 1;
        }

        return null;
    }

    private static MarkdownTitle? Made(Match match, int before) =>
        match.Success ? new MarkdownTitle(match.Groups["title"].Value.Trim(), before + match.Index, match.Length) : null;

    /// <summary>Blank lines, lines that part, and comments.</summary>
    [GeneratedRegex(
        @"\A(?:[ \t]*\n|[ ]{0,3}(?:-[ \t]*){3,}\n|[ ]{0,3}(?:\*[ \t]*){3,}\n|[ ]{0,3}(?:_[ \t]*){3,}\n|[ \t]*<!--(?:[^-]|-[^-]|--[^>])*?-->[ \t]*(?:\n|\z))*",
        RegexOptions.NonBacktracking)]
    private static partial Regex Wordless();

    [GeneratedRegex(@"\A\s*#{1,6}[ \t]+(?<title>[^\n]*?)[ \t]*#*[ \t]*(?:\n|\z)", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\A[ ]{0,3}(?<title>[^\s\-*+>#|`~][^\n]*)\n[ ]{0,3}(?:=+|--+)[ \t]*(?:\n|\z)", RegexOptions.NonBacktracking)]
    private static partial Regex Underlined();
}
