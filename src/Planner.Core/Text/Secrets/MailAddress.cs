using System.Buffers;

namespace Planner.Core.Text.Secrets;

/// <summary>Addresses of people. Those of examples, of programs and file names that look like one stay.</summary>
internal static class MailAddress
{
    private const int LongestUser = 100;
    private static readonly SearchValues<char> Borders = SearchValues.Create(" \t\r\n\"'<>[]");
    private static readonly string[] Examples = ["example.com", "example.org", "example.net", "users.noreply.github.com"];
    private static readonly string[] Unreal =
        [
            "example",
            "test",
            "invalid",
            "localhost",
            "local",
            "png",
            "jpg",
            "jpeg",
            "svg",
            "gif",
            "webp",
            "ico",
            "json",
            "js",
            "ts",
            "css",
            "cs",
            "md",
            "yml",
            "yaml",
            "html",
            "cshtml",
            "txt",
            "xml",
            "zip",
        ];
    private static readonly string[] Programs = ["git", "noreply", "no-reply", "hg", "svn"];

    public static IEnumerable<Place> In(string text)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var (start, end) = (at, at + 1);
            while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '%' or '+' or '-'))
            {
                start--;
            }

            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
            {
                end++;
            }

            end = at + 1 + text.AsSpan(at + 1, end - at - 1).TrimEnd(".-").Length;
            if (!IsInAuthority(text, start) && IsPersons(text[start..at], text[(at + 1)..end]))
            {
                yield return new Place(start, end - start);
            }
        }
    }

    /// <summary>Between the scheme and the path of a URL stands who signs in where, which is nobody's address.</summary>
    private static bool IsInAuthority(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - LongestUser), Math.Min(start, LongestUser));
        before = before[(before.LastIndexOfAny(Borders) + 1)..];
        var scheme = before.LastIndexOf("://");
        return scheme >= 0 && before[(scheme + 3)..].IndexOfAny("/?#") < 0;
    }

    private static bool IsPersons(string who, string where) => who.Length > 0 && char.IsAsciiLetterOrDigit(who[^1])
        && where.Split('.') is { Length: > 1 } labels && labels.All(l => l.Length > 0) && labels[^1].Length > 1 && labels[^1].All(char.IsAsciiLetter)
        && !Programs.Contains(who, StringComparer.OrdinalIgnoreCase)
        && !Array.Exists(Examples, e => where.Equals(e, StringComparison.OrdinalIgnoreCase) || where.EndsWith("." + e, StringComparison.OrdinalIgnoreCase))
        && !Unreal.Contains(labels[^1], StringComparer.OrdinalIgnoreCase);
}
