using System.Globalization;
using System.Text;

namespace Planner.Specialists.Models.Packing;

/// <summary>Lines of a file with their numbers, so that evidence can name them.</summary>
internal static class NumberedLines
{
    /// <summary>Some lines of a text, whole lines only.</summary>
    /// <param name="path">Whose text it is.</param>
    /// <param name="text">The text.</param>
    /// <param name="from">The first line, from 1.</param>
    /// <param name="to">The last line, or null for the end.</param>
    /// <param name="most">At most about so many characters; what is left out is told.</param>
    public static string Of(string path, string text, int from, int? to, int most)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var first = Math.Clamp(from, 1, lines.Length);
        var last = Math.Clamp(to ?? lines.Length, first, lines.Length);
        var told = new StringBuilder();
        var number = first;
        for (; number <= last && told.Length < most; number++)
        {
            told.Append(number.ToString(CultureInfo.InvariantCulture)).Append(": ").Append(lines[number - 1]).Append('\n');
        }

        return $"{path}, lines {first} to {number - 1} of {lines.Length}{(number <= last ? "; ask for the rest" : "")}\n{told}";
    }
}
