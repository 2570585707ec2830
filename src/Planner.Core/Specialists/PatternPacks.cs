namespace Planner.Core.Specialists;

/// <summary>A pattern as front matter states it.</summary>
internal sealed class PatternFields
{
    public List<string>? When { get; set; }

    public List<string>? Unless { get; set; }

    public string? Ask { get; set; }

    public string? Assume { get; set; }
}

/// <summary>Reads pattern packs within their bounds: a file adds words, and not too many.</summary>
internal static class PatternPacks
{
    private const int MostPatterns = 20;
    private const int MostWords = 20;
    private const int LongestWord = 60;
    private const int LongestText = 300;

    /// <summary>All patterns in the order of the packs' names; <paramref name="wrong"/> makes the exception for a problem.</summary>
    public static IReadOnlyList<Pattern> Read(Dictionary<string, List<PatternFields>>? packs, Func<string, Exception> wrong)
    {
        var all = (packs ?? []).OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => (p.Value ?? []).Select(f => Of(p.Key, f, wrong))).ToList();
        return all.Count > MostPatterns ? throw wrong($"it has {all.Count} patterns; keep at most {MostPatterns}") : all;
    }

    private static Pattern Of(string pack, PatternFields? fields, Func<string, Exception> wrong) => new(
        pack,
        Words(fields?.When, wrong) is { Count: > 0 } when
            ? when
            : throw wrong($"a pattern of '{pack}' has no 'when'; list the words of a ticket that bring it up"),
        Words(fields?.Unless, wrong),
        Line(fields?.Ask, pack, "ask", wrong),
        Line(fields?.Assume, pack, "assume", wrong));

    private static IReadOnlyList<string> Words(List<string>? words, Func<string, Exception> wrong)
    {
        IReadOnlyList<string> all = [.. (words ?? []).Select(w => (w ?? "").Trim()).Where(w => w.Length > 0)];
        return all.Count > MostWords || all.Any(w => w.Length > LongestWord)
            ? throw wrong($"a pattern lists at most {MostWords} words of at most {LongestWord} characters")
            : all;
    }

    private static string Line(string? text, string pack, string field, Func<string, Exception> wrong)
    {
        var line = (text ?? "").Trim();
        return line.Length is > 0 and <= LongestText && !line.Contains('\n', StringComparison.Ordinal)
            ? line
            : throw wrong($"a pattern of '{pack}' needs '{field}' in one line of at most {LongestText} characters");
    }
}
