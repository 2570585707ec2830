namespace Planner.Core.Text.Markdown;

/// <summary>Cells of a row of a ticket's table, which need not have a line under its header.</summary>
internal static class MarkdownCells
{
    /// <summary>As written, without blanks around them; an escaped stroke parts nothing.</summary>
    public static IReadOnlyList<string> Of(string row) =>
        [.. row.Replace("\\|", "\u0001", StringComparison.Ordinal).Trim().Trim('|').Split('|').Select(c => c.Replace('\u0001', '|').Trim())];
}
