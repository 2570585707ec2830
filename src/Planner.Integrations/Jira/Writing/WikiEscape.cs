using System.Text;
using System.Text.RegularExpressions;

namespace Planner.Integrations.Jira.Writing;

/// <summary>Text of one line that shows as it is and does nothing: no mark, macro, link, mention, emoticon, list or heading comes of it.</summary>
internal static partial class WikiEscape
{
    public static string Text(string text, bool isLineStart)
    {
        var line = text.ReplaceLineEndings(" ");
        var written = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length; i++)
        {
            written.Append(Shown(line, i));
        }

        return isLineStart ? LineStart(written.ToString()) : written.ToString();
    }

    private static string Shown(string line, int at) => line[at] switch
    {
        '\\' => "&#92;",
        '&' when Entity().IsMatch(line.AsSpan(at, Math.Min(12, line.Length - at))) => "&amp;",
        '-' or '_' when IsInsideWord(line, at) => line[at].ToString(),
        '{' or '}' or '[' or ']' or '*' or '_' or '-' or '+' or '^' or '~' or '!' or '|' => "\\" + line[at],
        '?' when IsBeside(line, at, '?') => "&#63;",
        '(' when Emoticon().IsMatch(line.AsSpan(at, Math.Min(10, line.Length - at))) => "&#40;",
        ':' when Face().IsMatch(line.AsSpan(at, Math.Min(3, line.Length - at))) || IsMail(line, at) => "&#58;",
        ';' when at + 1 < line.Length && line[at + 1] == ')' => "&#59;",
        '<' => "&lt;",
        var c => c.ToString(),
    };

    /// <summary>A list, a heading or a quote begins only at the start of a line.</summary>
    private static string LineStart(string line)
    {
        var first = line.Length - line.TrimStart().Length;
        if (first < line.Length && line[first] == '#')
        {
            return line[..first] + "&#35;" + line[(first + 1)..];
        }

        return Opening().Match(line) is { Success: true } opening
            ? line[..(opening.Index + opening.Length - 1)] + "&#46;" + line[(opening.Index + opening.Length)..]
            : line;
    }

    private static bool IsInsideWord(string line, int at) =>
        at > 0 && at + 1 < line.Length && char.IsLetterOrDigit(line[at - 1]) && char.IsLetterOrDigit(line[at + 1]);

    private static bool IsBeside(string line, int at, char c) =>
        (at > 0 && line[at - 1] == c) || (at + 1 < line.Length && line[at + 1] == c);

    private static bool IsMail(string line, int at) => at >= 6 && line.AsSpan(at - 6, 6).Equals("mailto", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A&(?:#|[A-Za-z])", RegexOptions.NonBacktracking)]
    private static partial Regex Entity();

    [GeneratedRegex(@"\A\((?:y|n|i|/|x|!|\+|-|\?|on|off|\*[rgby]?|flag|flagoff)\)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Emoticon();

    [GeneratedRegex(@"\A:(?:[)(PDp]|//)", RegexOptions.NonBacktracking)]
    private static partial Regex Face();

    [GeneratedRegex(@"\A\s*(?:h[1-6]|bq)\.", RegexOptions.NonBacktracking)]
    private static partial Regex Opening();
}
