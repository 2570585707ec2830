using System.Buffers;
using Planner.Core.Text;

namespace Planner.Core.Opinions.Guarding;

/// <summary>Which texts are paths inside a root: relative, without parent folders, drives and control characters.</summary>
internal static class RootPath
{
    private const int Longest = 400;

    private static readonly SearchValues<char> Shell = SearchValues.Create("<>\"|*?`\\;&");

    // Of a link and of a command within a text; routes of web pages have each of the signs alone.
    private static readonly string[] Begun = ["](", "$("];

    public static bool IsInside(string path) =>
        path.Length is > 0 and <= Longest && path[0] != '/' && !path.Contains(':', StringComparison.Ordinal) && path.Split('/').All(IsName);

    /// <summary>True for a path under which a new file may lie: besides, no name of git, of a device, of an option or with signs of a shell.</summary>
    public static bool MayBeAdded(string path) =>
        IsInside(path) && path[0] is not ('-' or '~') && !Begun.Any(b => path.Contains(b, StringComparison.Ordinal)) && path.Split('/').All(IsNewName);

    private static bool IsName(string name) => name.Length > 0 && name.Trim() is not ("" or "." or "..") && !name.Any(char.IsControl);

    private static bool IsNewName(string name) => name.AsSpan().IndexOfAny(Shell) < 0 && name[^1] is not ('.' or ' ') && name[0] != ' '
        && !name.EnumerateRunes().Any(HiddenSigns.IsHidden) && !name.Equals(".git", StringComparison.OrdinalIgnoreCase) && !IsDevice(name.Split('.')[0]);

    private static bool IsDevice(string name) => name.ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL"
        || (name.Length == 4 && char.IsAsciiDigit(name[3]) && name[..3].ToUpperInvariant() is "COM" or "LPT");
}
