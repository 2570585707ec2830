using System.Globalization;
using System.Text;

namespace Planner.Core.Tickets;

/// <summary>
/// Makes untrusted text safe to keep and to print: no control characters that a terminal would obey, no marks that
/// turn the reading direction, no broken surrogates, and a bounded length.
/// </summary>
public static class TicketText
{
    /// <summary>Longest description, in characters; what is over it is cut, and the text says so.</summary>
    public const int MaxDescription = 200_000;

    /// <summary>Longest one-line text, in characters.</summary>
    public const int MaxLine = 500;

    /// <summary>Several lines: line ends are <c>\n</c>, tabs stay, no white space at either end.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var kept = Keep(text, MaxDescription).Trim('\n', ' ', '\t');
        return text.Length <= MaxDescription ? kept : $"{kept}\n\n(The text was cut after {MaxDescription} characters.)";
    }

    /// <summary>One line: any white space becomes one space.</summary>
    public static string Line(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var words = Keep(text, MaxLine * 4).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words);
        return line.Length <= MaxLine ? line : line[..SafeCut(line, MaxLine - 1)] + "…";
    }

    private static string Keep(string text, int limit)
    {
        var kept = new StringBuilder(Math.Min(text.Length, limit));
        foreach (var rune in text[..SafeCut(text, limit)].ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !IsHarmful(rune))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString();
    }

    private static bool IsHarmful(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        || rune.Value is 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xE0000 and <= 0xE007F);

    private static int SafeCut(string text, int limit) =>
        text.Length <= limit ? text.Length : char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
}
