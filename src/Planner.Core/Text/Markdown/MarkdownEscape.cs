using System.Text;

namespace Planner.Core.Text.Markdown;

/// <summary>Turns foreign text into Markdown that shows it and does nothing else: no markup, link, mention, table cell or line break comes of it.</summary>
internal static class MarkdownEscape
{
    private const string Escaped = "\\`*[]|~$";

    /// <summary>One line; balanced code spans stay code spans.</summary>
    public static Md Prose(string text)
    {
        var line = OneLine(text);
        var last = line.Count(c => c == '`') % 2 == 0 ? line.Length : line.LastIndexOf('`');
        var parts = line[..last].Split('`');
        return parts.Where((part, i) => i % 2 == 1 && string.IsNullOrWhiteSpace(part)).Any()
            ? Text(text)
            : new(string.Concat(parts.Select((part, i) => i % 2 == 0 ? Plain(part, first: i == 0) : Code(part).Value)) + Plain(line[last..], first: false));
    }

    /// <summary>One line, everything shown as written.</summary>
    public static Md Text(string text) => new(Plain(OneLine(text), first: true));

    /// <summary>A code span, fenced by more backticks than it holds in a row.</summary>
    public static Md Code(string text)
    {
        var line = OneLine(text);
        var fence = new string('`', LongestRun(line) + 1);
        var pad = line.StartsWith('`') || line.EndsWith('`') ? " " : "";
        return line.Length == 0 ? Md.Empty : new($"{fence}{pad}{line}{pad}{fence}");
    }

    /// <summary>Safe Markdown as a table cell: code spans keep their pipes to this point, inside a table each must be escaped once.</summary>
    public static string Cell(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            var bare = markdown[i] == '|' && (i == 0 || markdown[i - 1] != '\\');
            text.Append(bare ? "\\|" : markdown[i].ToString());
        }

        return text.ToString();
    }

    /// <summary>The longest row of backticks.</summary>
    public static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>Without line breaks, control characters and marks that turn the reading direction.</summary>
    public static string OneLine(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                kept.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not System.Globalization.UnicodeCategory.Format)
            {
                kept.Append(rune);
            }
        }

        return string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Plain(string line, bool first)
    {
        var written = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length; i++)
        {
            var mention = Mention(line, i);
            written.Append(mention > 0 ? $"`{line.Substring(i, mention)}`" : Shown(line, i, first));
            i += Math.Max(mention - 1, 0);
        }

        return written.ToString();
    }

    /// <summary>The length of a mention that begins here, or 0. Only inside a code span does no program take it for one.</summary>
    private static int Mention(string line, int at)
    {
        if (line[at] != '@' || (at > 0 && char.IsLetterOrDigit(line[at - 1])))
        {
            return 0;
        }

        var end = at + 1;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '-' or '_' or '/' or '.'))
        {
            end++;
        }

        return end > at + 1 ? end - at : 0;
    }

    private static string Shown(string line, int at, bool first) => line[at] switch
    {
        '<' => "&lt;",
        '>' => "\\>",
        '&' => "&amp;",
        '@' => "&#64;",
        ':' when Next(line, at, '/') => "&#58;",
        '.' when at >= 3 && line.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase) => "&#46;",
        '_' when !IsInsideWord(line, at) => "\\_",
        '#' when at == 0 || line[at - 1] == ' ' => "\\#",
        '.' or ')' when first && Next(line, at, ' ') && at > 0 && line.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0 => "\\" + line[at],
        '-' or '+' or '=' when first && at == 0 => "\\" + line[at],
        var c when Escaped.Contains(c) => "\\" + c,
        var c => c.ToString(),
    };

    private static bool Next(string line, int at, char c) => at + 1 < line.Length && line[at + 1] == c;

    private static bool IsInsideWord(string line, int at) =>
        at > 0 && at + 1 < line.Length && char.IsLetterOrDigit(line[at - 1]) && char.IsLetterOrDigit(line[at + 1]);
}
