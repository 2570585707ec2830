using System.Text;
using System.Text.RegularExpressions;

namespace Planner.Core.Text.Markdown;

/// <summary>What can be said of a text without knowing its language.</summary>
internal static partial class TextSigns
{
    /// <summary>Words; in scripts without spaces, two characters count as one.</summary>
    public static int Words(string text) =>
        Word().Count(text) + (text.EnumerateRunes().Count(r => IsWithoutSpaces(r.Value)) + 1) / 2;

    /// <summary>Distinct names as they occur in code, addresses of parts, error codes and quoted labels.</summary>
    public static int Names(string text) =>
        Name().Matches(WithoutLinks(text)).Select(m => m.Value.Trim('`', '"', '“', '”', '„', '«', '»')).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Distinct figures: amounts, counts, durations, codes.</summary>
    public static int Figures(string text) =>
        Figure().Matches(WithoutLinks(text)).Select(m => m.Value).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Words with a capital inside a sentence: products, places, people.</summary>
    public static bool HasProperName(string text) => ProperName().IsMatch(WithoutLinks(text));

    /// <summary>Web addresses.</summary>
    public static IReadOnlyList<string> Links(string text) =>
        [.. Link().Matches(text).Select(m => m.Value.TrimEnd('.', ',', ')', '>', ']')).Distinct(StringComparer.Ordinal)];

    /// <summary>True for links with hardly a word around them; a link's own text counts only from four words on.</summary>
    public static bool IsOnlyLinks(string text) => Links(text).Count > 0 && Words(WithoutLinks(text)) < 4;

    /// <summary>Lower case, letters and single spaces only, for comparing headings.</summary>
    public static string Normal(string text)
    {
        var normal = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                normal.Append(Rune.ToLowerInvariant(rune));
            }
            else if (normal.Length > 0 && normal[^1] != ' ')
            {
                normal.Append(' ');
            }
        }

        return normal.ToString().Trim();
    }

    private static string WithoutLinks(string text) => Link().Replace(text, " ");

    private static bool IsWithoutSpaces(int rune) =>
        rune is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x0E00 and <= 0x0E7F) or (>= 0x20000 and <= 0x2FA1F);

    [GeneratedRegex(
        @"[\p{L}\p{N}-[\u3040-\u30FF\u3400-\u9FFF\u0E00-\u0E7F]][\p{L}\p{N}\p{M}'’_-[\u3040-\u30FF\u3400-\u9FFF\u0E00-\u0E7F]]*",
        RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"`[^`\n]+`|[""“„«][^""“”„«»\n]{2,60}[""”“»]|\b[a-z0-9]+(?:_[a-z0-9]+)+\b|\b[a-z]+[A-Z]\w+|\b[A-Z][a-z0-9]+[A-Z]\w*"
            + @"|\b[\w-]+(?:\.[\w-]*[A-Za-z]{2}[\w-]*)+(?:\(\))?|\b\w+\(\)|/[\w{}.-]+(?:/[\w{}.-]+)+|\b(?:GET|POST|PUT|PATCH|DELETE) +/\S*"
            + @"|\b[A-Z]{2,}[ -]?[0-9]+\b|\b[A-Z]+(?:_[A-Z]+)+\b",
        RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"[0-9]+(?:[.,:][0-9]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Figure();

    [GeneratedRegex(@"[\p{Ll},] [\p{Lu}]\p{Ll}{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex ProperName();

    [GeneratedRegex(@"(?:https?://|www\.)[^\s<>|""`]+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
