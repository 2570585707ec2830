using Planner.Core.Text.Markdown;

namespace Planner.Core.Tickets;

/// <summary>Tables: one criterion for each row, with the headings before the cells where there are several.</summary>
internal static class CriteriaTable
{
    /// <summary>Reads rows from <paramref name="at"/> on and leaves it at the last one of the table.</summary>
    public static IReadOnlyList<Criterion> Read(IReadOnlyList<MarkdownBlock> blocks, ref int at)
    {
        IReadOnlyList<string> header = [];
        var found = new List<Criterion>();
        while (at < blocks.Count && blocks[at] is MarkdownBlock.Row row)
        {
            if (row.IsHeader)
            {
                header = row.Cells;
            }
            else
            {
                found.Add(Row(row.Cells, header));
            }

            at++;
        }

        at--;
        return found;
    }

    private static Criterion Row(IReadOnlyList<string> cells, IReadOnlyList<string> header)
    {
        var first = Criterion.IsBareId(cells[0]) ? 1 : 0;
        var filled = Enumerable.Range(first, cells.Count - first).Where(c => cells[c].Length > 0).ToList();
        var text = filled.Count == 1
            ? cells[filled[0]]
            : string.Join("; ", filled.Select(c => c < header.Count && header[c].Length > 0 ? $"{header[c]}: {cells[c]}" : cells[c]));
        return first == 1 && cells[0].Contains("ac", StringComparison.OrdinalIgnoreCase)
            ? Criterion.Of($"{cells[0].Trim('*', '_', ' ', ':', '.')}: {text}")
            : Criterion.Of(text);
    }
}
