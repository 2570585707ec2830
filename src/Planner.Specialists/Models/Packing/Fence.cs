using System.Text;

namespace Planner.Specialists.Models.Packing;

/// <summary>
/// Puts what was read between marks that it cannot write itself, so that it stands as data wherever it ends. Signs that people do not
/// see and models do are taken out.
/// </summary>
internal static class Fence
{
    private const string Open = "<<<";
    private const string Close = ">>>";

    /// <summary>A text between marks, with what it is.</summary>
    public static string Around(string what, string text) => $"{Open} {what}\n{Inside(text)}\n{Close}";

    /// <summary>A text that stands within a line, without marks: nothing in it can begin or end a fence, or a line.</summary>
    public static string Line(string text) => Inside(text).ReplaceLineEndings(" ");

    private static string Inside(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(IsSeen))
        {
            seen.Append(rune);
        }

        return seen.ToString().Replace(Open, "‹‹‹", StringComparison.Ordinal).Replace(Close, "›››", StringComparison.Ordinal);
    }

    /// <summary>Tags, joiners, marks of direction and other signs that show nothing.</summary>
    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.PrivateUse => false,
        System.Globalization.UnicodeCategory.Control => rune.Value is '\n' or '\t',
        _ => rune.Value is not (>= 0xE0000 and <= 0xE0FFF) and not (>= 0xFE00 and <= 0xFE0F),
    };
}
