namespace Planner.Integrations.Jira;

/// <summary>Tables; cells become one line each, because Markdown has no other.</summary>
internal static class AdfTable
{
    private const int MaxColumns = 50;

    public static string Table(AdfNode table, int depth)
    {
        var rows = table.Content.Where(r => r.Type == "tableRow").ToList();
        var hasHeader = rows.Count > 0 && rows[0].Content.Any() && rows[0].Content.All(c => c.Type == "tableHeader");
        var cells = rows.ConvertAll(r => Cells(r, depth, boldHeaders: !(hasHeader && r == rows[0])));
        return MarkdownText.Table(cells, hasHeader);
    }

    private static List<string> Cells(AdfNode row, int depth, bool boldHeaders)
    {
        var cells = new List<string>();
        foreach (var cell in row.Content)
        {
            var text = MarkdownText.Cell(AdfMarkdown.Blocks(cell, depth + 1));
            cells.Add(boldHeaders && cell.Type == "tableHeader" ? MarkdownText.Around(text, "**") : text);
            var span = Math.Clamp(cell.Number("colspan") ?? 1, 1, MaxColumns);
            cells.AddRange(Enumerable.Repeat("", span - 1));
        }

        return cells;
    }
}
