using System.Text;
using System.Text.RegularExpressions;

namespace Planner.Core.Text.Paths;

/// <summary>
/// A pattern of paths as git reads a line of a .gitignore, and as CODEOWNERS takes it over. Untrusted: what a match costs follows from
/// the length of pattern and path alone.
/// </summary>
public sealed class PathPattern
{
    private readonly Regex? shape;
    private readonly string? exactName;
    private readonly string folder;
    private readonly bool foldersOnly;
    private readonly bool nameOnly;
    private readonly bool endsWithChildren;

    private PathPattern(string pattern, string folder, bool negated, bool foldersOnly)
    {
        this.folder = folder;
        this.foldersOnly = foldersOnly;
        Negated = negated;
        nameOnly = !pattern.Contains('/', StringComparison.Ordinal);
        endsWithChildren = pattern.EndsWith("/*", StringComparison.Ordinal);
        var plain = pattern.AsSpan().IndexOfAny("*?[\\") < 0;
        if (nameOnly && plain)
        {
            exactName = pattern;
        }
        else
        {
            // Without backtracking: the pattern is untrusted and must not cost more than its length.
            shape = new Regex($"\\A{Translate(pattern.TrimStart('/'))}\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
    }

    /// <summary>True where the pattern takes back what others said of a path.</summary>
    public bool Negated { get; }

    /// <summary>Reads a line; null for an empty one, a comment, and one of more than 1000 characters.</summary>
    /// <param name="line">As written.</param>
    /// <param name="folder">The folder of its file, from the matcher's base; empty for the base.</param>
    public static PathPattern? Parse(string line, string folder = "")
    {
        var text = TrimEnd(line.TrimEnd('\r'));
        if (text.Length is 0 or > 1000 || text[0] == '#')
        {
            return null;
        }

        var negated = text[0] == '!';
        text = negated ? text[1..] : text;
        var forFolders = text.EndsWith('/');
        text = text.TrimEnd('/');
        return text.Length == 0 ? null : new PathPattern(text, folder, negated, forFolders);
    }

    /// <summary>
    /// True for a file that the pattern matches itself, or that lies below a folder that it matches. A pattern that ends with
    /// <c>/*</c> means what lies directly in a folder and nothing below.
    /// </summary>
    /// <param name="path">From the base, with slashes.</param>
    public bool Covers(string path)
    {
        if (Matches(path, isFolder: false))
        {
            return true;
        }

        for (var end = path.LastIndexOf('/'); end > 0 && !endsWithChildren; end = path.LastIndexOf('/', end - 1))
        {
            if (Matches(path[..end], isFolder: true))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a path that the pattern matches itself.</summary>
    /// <param name="path">From the base, with slashes and without one at its end.</param>
    /// <param name="isFolder">Some patterns match folders alone.</param>
    public bool Matches(string path, bool isFolder)
    {
        if (foldersOnly && !isFolder)
        {
            return false;
        }

        if (folder.Length > 0 && !(path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal)))
        {
            return false;
        }

        var below = folder.Length == 0 ? path.AsSpan() : path.AsSpan(folder.Length + 1);
        var subject = nameOnly ? below[(below.LastIndexOf('/') + 1)..] : below;
        return exactName is null ? shape!.IsMatch(subject) : subject.SequenceEqual(exactName);
    }

    private static string TrimEnd(string line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] == ' ' && !(end > 1 && line[end - 2] == '\\'))
        {
            end--;
        }

        return line[..end];
    }

    private static string Translate(string pattern)
    {
        var regex = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            i = pattern[i] switch
            {
                '*' => Star(pattern, i, regex),
                '?' => Append(regex, "[^/]", i),
                '[' => Set(pattern, i, regex),
                '\\' when i + 1 < pattern.Length => Append(regex, Regex.Escape(pattern[i + 1].ToString()), i + 1),
                var c => Append(regex, Regex.Escape(c.ToString()), i),
            };
        }

        return regex.ToString();
    }

    private static int Star(string pattern, int at, StringBuilder regex)
    {
        var isDouble = at + 1 < pattern.Length && pattern[at + 1] == '*';
        var startsPart = at == 0 || pattern[at - 1] == '/';
        if (isDouble && startsPart && at + 2 == pattern.Length)
        {
            return Append(regex, ".+", at + 1);
        }

        if (isDouble && startsPart && pattern[at + 2] == '/')
        {
            return Append(regex, "(?:[^/]+/)*", at + 2);
        }

        return Append(regex, "[^/]*", isDouble ? at + 1 : at);
    }

    private static int Set(string pattern, int at, StringBuilder regex)
    {
        var close = pattern.IndexOf(']', Math.Min(at + 2, pattern.Length));
        if (close < 0)
        {
            return Append(regex, "\\[", at);
        }

        var body = pattern[(at + 1)..close];
        var negated = body.Length > 1 && body[0] is '!' or '^';
        body = (negated ? body[1..] : body).Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal)
            .Replace("^", "\\^", StringComparison.Ordinal);
        var set = $"[{(negated ? "^/" : "")}{body}]";
        return Append(regex, IsValid(set) ? set : Regex.Escape(pattern[at..(close + 1)]), close);
    }

    private static bool IsValid(string set)
    {
        try
        {
            _ = Regex.IsMatch("", set, RegexOptions.NonBacktracking);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static int Append(StringBuilder regex, string text, int at)
    {
        regex.Append(text);
        return at;
    }
}
