namespace Planner.Integrations.Jira;

/// <summary>Pieces of Markdown that stay what they are, whatever text is put into them.</summary>
internal static class MarkdownText
{
    /// <summary>A mark around a text, with white space kept outside, where Markdown wants it.</summary>
    public static string Around(string text, string mark)
    {
        var inner = text.Trim();
        if (inner.Length == 0)
        {
            return text;
        }

        var start = text.IndexOf(inner, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, start), mark, inner, mark) + text[(start + inner.Length)..];
    }

    /// <summary>Code inside a line.</summary>
    public static string Code(string text)
    {
        if (text.Trim().Length == 0)
        {
            return text;
        }

        var ticks = new string('`', LongestRun(text) + 1);
        var space = text.StartsWith('`') || text.EndsWith('`') ? " " : "";
        return $"{ticks}{space}{text.ReplaceLineEndings(" ")}{space}{ticks}";
    }

    /// <summary>A block of code; the fence is longer than any run of backticks in it.</summary>
    public static string Fence(string code, string language)
    {
        var fence = new string('`', Math.Max(3, LongestRun(code) + 1));
        var name = new string([.. language.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '-' or '_').Take(30)]);
        return $"{fence}{name}\n{code.ReplaceLineEndings("\n").Trim('\n')}\n{fence}";
    }

    /// <summary>A link, live only for the web and mail; any other address stands there as text.</summary>
    public static string Link(string text, string address)
    {
        var shown = text.Trim();
        if (address.Length == 0)
        {
            return text;
        }

        var live = IsLive(address);
        if (shown.Length == 0 || shown == address)
        {
            return live ? $"<{Encoded(address)}>" : address;
        }

        return live ? $"[{shown.Replace("]", "\\]", StringComparison.Ordinal)}]({Encoded(address)})" : $"{shown} ({address})";
    }

    /// <summary>Every line with <c>&gt; </c> before it.</summary>
    public static string Quote(string text) =>
        text.Length == 0 ? "" : string.Join('\n', text.Split('\n').Select(l => l.Length == 0 ? ">" : "> " + l));

    /// <summary>Every line that is not empty, moved to the right.</summary>
    public static string Indent(string text, int width)
    {
        var space = new string(' ', width);
        return string.Join('\n', text.Split('\n').Select(l => l.Length == 0 ? l : space + l));
    }

    /// <summary>A text that fits between two bars.</summary>
    public static string Cell(string text) => string.Join("<br>", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>A table of cells made by <see cref="Cell"/>; without a header the first line stays empty.</summary>
    public static string Table(IReadOnlyList<IReadOnlyList<string>> rows, bool hasHeader)
    {
        var columns = rows.Count == 0 ? 0 : Math.Min(rows.Max(r => r.Count), 50);
        if (columns == 0)
        {
            return "";
        }

        var lines = new List<string> { Row(hasHeader ? rows[0] : [], columns), "|" + string.Concat(Enumerable.Repeat(" --- |", columns)) };
        lines.AddRange(rows.Skip(hasHeader ? 1 : 0).Select(r => Row(r, columns)));
        return string.Join('\n', lines);
    }

    private static string Row(IReadOnlyList<string> cells, int columns) =>
        "|" + string.Concat(Enumerable.Range(0, columns).Select(c => c < cells.Count ? $" {cells[c]} |" : "  |"));

    private static bool IsLive(string address) =>
        address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    private static string Encoded(string address) => string.Concat(address.Trim().Select(c => c switch
    {
        ' ' or '(' or ')' or '<' or '>' or '"' or '\n' or '\t' or '\\' or '`' => Uri.HexEscape(c),
        _ => c.ToString(),
    }));

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
