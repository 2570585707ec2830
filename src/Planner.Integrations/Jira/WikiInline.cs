using System.Text;
using System.Text.RegularExpressions;

namespace Planner.Integrations.Jira;

/// <summary>Marks inside a line. Works from left to right once, looking ahead a bounded stretch, so length costs only time in proportion.</summary>
internal static partial class WikiInline
{
    private const int MaxSpan = 1000;

    public static string Convert(string line) => Spans(Colours().Replace(line, ""), 0);

    private static string Spans(string text, int depth)
    {
        var output = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var (markdown, length) = At(text, i, depth);
            output.Append(markdown);
            i += length;
        }

        return output.ToString();
    }

    private static (string Markdown, int Length) At(string text, int i, int depth) => text[i] switch
    {
        '\\' => Escape(text, i),
        '{' => Mono(text, i),
        '[' => Bracket(text, i, depth),
        '!' => Image(text, i),
        '*' => Mark(text, i, "**", depth),
        '_' => Mark(text, i, "*", depth),
        '-' => Mark(text, i, "~~", depth),
        '+' => Mark(text, i, "", depth),
        _ => (text[i].ToString(), 1),
    };

    private static (string, int) Escape(string text, int i)
    {
        if (i + 1 >= text.Length)
        {
            return ("\\", 1);
        }

        if (text[i + 1] == '\\')
        {
            return i + 2 >= text.Length || text[i + 2] == ' ' ? ("\n", Math.Min(3, text.Length - i)) : ("\\\\", 2);
        }

        return "*_-+[]{}!|^~".Contains(text[i + 1], StringComparison.Ordinal) ? (text[i + 1].ToString(), 2) : ("\\", 1);
    }

    private static (string, int) Mono(string text, int i)
    {
        if (!text.AsSpan(i).StartsWith("{{"))
        {
            return ("{", 1);
        }

        var end = Find(text, "}}", i + 2);
        return end < 0 ? ("{", 1) : (MarkdownText.Code(Escapes().Replace(text[(i + 2)..end], "${mark}")), end + 2 - i);
    }

    /// <summary>A link, a mention or an attachment; brackets around anything else stay.</summary>
    private static (string, int) Bracket(string text, int i, int depth)
    {
        var end = Find(text, "]", i + 1);
        if (end < 0)
        {
            return ("[", 1);
        }

        var inside = text[(i + 1)..end];
        var length = end + 1 - i;
        if (inside.StartsWith('~'))
        {
            return ("@" + inside[1..].Replace("accountid:", "", StringComparison.Ordinal), length);
        }

        if (inside.StartsWith('^'))
        {
            return ($"(attachment: {inside[1..]})", length);
        }

        var bar = inside.LastIndexOf("|smart-", StringComparison.Ordinal) is > 0 and var smart
            ? inside[..smart].LastIndexOf('|')
            : inside.IndexOf('|', StringComparison.Ordinal);
        if (bar > 0)
        {
            return (MarkdownText.Link(depth < 3 ? Spans(inside[..bar], depth + 1) : inside[..bar], inside[(bar + 1)..].Split('|')[0].Trim()), length);
        }

        return Address().IsMatch(inside) ? (MarkdownText.Link("", inside.Split('|')[0]), length) : ("[", 1);
    }

    private static (string, int) Image(string text, int i)
    {
        var match = ImageName().Match(text, i, Math.Min(text.Length - i, MaxSpan));
        if (!match.Success || match.Index != i)
        {
            return ("!", 1);
        }

        var name = match.Groups["name"].Value;
        return (Address().IsMatch(name) ? MarkdownText.Link("image", name) : $"(image: {name})", match.Length);
    }

    /// <summary>A mark opens after something that is no letter and closes before something that is none, as Jira has it.</summary>
    private static (string, int) Mark(string text, int i, string mark, int depth)
    {
        var c = text[i];
        if (depth > 3
            || (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] == c))
            || i + 1 >= text.Length
            || char.IsWhiteSpace(text[i + 1])
            || text[i + 1] == c)
        {
            return (c.ToString(), 1);
        }

        for (var end = i + 2; end < Math.Min(text.Length, i + MaxSpan); end++)
        {
            if (text[end] != c || char.IsWhiteSpace(text[end - 1]) || (end + 1 < text.Length && (char.IsLetterOrDigit(text[end + 1]) || text[end + 1] == c)))
            {
                continue;
            }

            var inner = Spans(text[(i + 1)..end], depth + 1);
            return (mark + inner + mark, end + 1 - i);
        }

        return (c.ToString(), 1);
    }

    private static int Find(string text, string end, int from) =>
        from >= text.Length ? -1 : text.IndexOf(end, from, Math.Min(text.Length - from, MaxSpan), StringComparison.Ordinal);

    [GeneratedRegex(@"\\(?<mark>[-*_+\[\]{}!|^~])", RegexOptions.NonBacktracking)]
    private static partial Regex Escapes();

    [GeneratedRegex(@"\{color(?::[^}\n]{0,40})?\}", RegexOptions.NonBacktracking)]
    private static partial Regex Colours();

    [GeneratedRegex(@"^(?:https?://|mailto:)\S+$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"!(?<name>[^!\s|][^!\n|]*\.[A-Za-z0-9]{2,5}[^!\n|]*)(?:\|[^!\n]*)?!", RegexOptions.NonBacktracking)]
    private static partial Regex ImageName();
}
