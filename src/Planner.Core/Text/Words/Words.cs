using System.Globalization;
using System.Text.RegularExpressions;

namespace Planner.Core.Text.Words;

/// <summary>Names in the shapes that SQL, C# and prose give them.</summary>
internal static partial class Words
{
    /// <summary>Lower-case parts of an identifier or sentence.</summary>
    public static IReadOnlyList<string> Split(string text) => IdentifierWords.All(text);

    /// <summary>Stems of the words that carry meaning.</summary>
    public static IReadOnlySet<string> Stems(string text) =>
        Split(text).Where(w => w.Length > 2 && !Common.Contains(w)).Select(Planner.Core.Text.Words.Stems.Of).ToHashSet(StringComparer.Ordinal);

    /// <summary>How many stems two texts share.</summary>
    public static int Overlap(string one, string other)
    {
        var stems = Stems(other);
        return Stems(one).Count(stems.Contains);
    }

    /// <summary>True where the text holds the name as a whole word, whatever the case.</summary>
    public static bool Names(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0
            && name.Length > 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (IsEdge(text, at - 1) && IsEdge(text, at + name.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the text holds the name of a type: in its own case and, where it is a plain word, marked as code.</summary>
    public static bool NamesType(string text, string type) =>
        text.Contains($"`{type}`", StringComparison.Ordinal)
            || ((Split(type).Count > 1 || type.Any(char.IsDigit)) && text.Contains(type, StringComparison.Ordinal) && Names(text, type));

    /// <summary>True where the text holds the route, and not just the beginning of a longer one.</summary>
    public static bool NamesRoute(string text, string route)
    {
        for (var at = text.IndexOf(route, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(route, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + route.Length;
            if (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '/' or '_' or '-' or '{'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the text holds any of the words.</summary>
    public static bool Any(string text, params IReadOnlyList<string> words) => words.Any(w => Names(text, w));

    /// <summary>
    /// A name with its last word in the singular: <c>order_returns</c> gives <c>order_return</c>, <c>SalesPeople</c> gives
    /// <c>SalesPerson</c>.
    /// </summary>
    public static string Singular(string name)
    {
        var start = 0;
        var rest = name.AsSpan();
        while (IdentifierWords.TryNext(ref rest, out var word))
        {
            start = name.Length - rest.Length - word.Length;
        }

        // The last capital of IDs begins a word; no plural is that short.
        start = name.Length - start < 3 ? 0 : start;
        return name[..start] + Nouns.Singular(name[start..]);
    }

    /// <summary><c>order_return</c> gives <c>OrderReturn</c>.</summary>
    public static string Pascal(string name) => string.Concat(Split(name).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));

    /// <summary><c>order_return</c> gives <c>orderReturn</c>.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        return pascal.Length == 0 ? "" : char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    /// <summary>Lower case with hyphens; for ids.</summary>
    public static string Slug(string name) => string.Join('-', Split(name));

    /// <summary>Cut at a word, with an ellipsis where something was cut.</summary>
    public static string Short(string text, int length = 110)
    {
        var line = Spaces().Replace(text.Replace("**", "", StringComparison.Ordinal), " ").Trim().TrimEnd('.');
        if (line.Length <= length)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', length);
        return line[..(cut > length / 2 ? cut : length)].TrimEnd(',', ';', ':', ' ') + "…";
    }

    /// <summary>"a, b and c".</summary>
    public static string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + " and " + all[^1];
    }

    /// <summary>"AC1, AC3 and AC5 to AC9"; ids keep their order.</summary>
    public static string Ids(IEnumerable<string> ids)
    {
        var runs = new List<(string First, string Last, int Length)>();
        foreach (var id in ids)
        {
            if (runs is [.., var run] && Follows(id, run.Last))
            {
                runs[^1] = (run.First, id, run.Length + 1);
            }
            else
            {
                runs.Add((id, id, 1));
            }
        }

        return List(runs.SelectMany(r => r.Length > 2 ? [$"{r.First} to {r.Last}"] : r.Length == 2 ? [r.First, r.Last] : new[] { r.First }));
    }

    private static bool Follows(string id, string before) =>
        id.TrimEnd(Digits) is var kind && kind == before.TrimEnd(Digits)
        && int.TryParse(id.AsSpan(kind.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(before.AsSpan(kind.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
        && number == last + 1;

    private static readonly char[] Digits = [.. "0123456789"];

    private static readonly HashSet<string> Common = new(Vocabulary.Words("text", "small-words"), StringComparer.Ordinal);

    private static bool IsEdge(string text, int at) => at < 0 || at >= text.Length || !(char.IsLetterOrDigit(text[at]) || text[at] == '_');

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
