using System.Globalization;
using System.Text;

namespace Planner.Core.Text;

/// <summary>
/// Signs that people do not see and models read: tags, joiners, marks of direction, selectors, fillers. Text can be hidden in them, and
/// text that is seen can be made to read otherwise.
/// </summary>
internal static class HiddenSigns
{
    private const int MostInEmoji = 2;

    /// <summary>The text without them; the text itself where it has none. Line ends and tabs stay.</summary>
    public static string Without(string text)
    {
        if (!text.EnumerateRunes().Any(IsHidden))
        {
            return text;
        }

        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(r => !IsHidden(r)))
        {
            seen.Append(rune);
        }

        return seen.ToString();
    }

    /// <summary>True where more of them stand in a text than emoji and scripts with joiners need: a few joiners and selectors are common.</summary>
    public static bool AreNotable(string text)
    {
        var row = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            row = IsHidden(rune) ? row + 1 : 0;
            if (row > MostInEmoji || (row > 0 && !IsCommon(rune)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a sign that shows nothing.</summary>
    public static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format or UnicodeCategory.PrivateUse => true,
        UnicodeCategory.Control => rune.Value is not ('\n' or '\t'),
        _ => rune.Value is (>= 0xE0000 and <= 0xE0FFF) or (>= 0xFE00 and <= 0xFE0F) or (>= 0x180B and <= 0x180F)
            or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0,
    };

    /// <summary>Joiners, selectors of emoji, soft hyphens, marks of byte order and of direction of one sign, control signs of terminals.</summary>
    private static bool IsCommon(Rune rune) => rune.Value is 0x200C or 0x200D or 0x200E or 0x200F or 0xFE0E or 0xFE0F or 0x00AD or 0xFEFF
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse;
}
