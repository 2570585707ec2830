using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Markdown;
using Planner.Core.Text.Words;

namespace Planner.Core.Grounding.Naming;

/// <summary>Reads a Markdown table whose rows are columns of a database table.</summary>
internal static class StatedMarkdown
{
    private static readonly string[] NameHeads = Vocabulary.Words("naming", "column-headings");

    private static readonly string[] NullHeads = Vocabulary.Words("naming", "null-headings");

    /// <summary>Empty where the header speaks of something else.</summary>
    public static IReadOnlyList<ColumnFact> Columns(IReadOnlyList<TicketLine> rows)
    {
        var head = Cells(rows[0].Text).ConvertAll(c => c.ToLowerInvariant());
        var name = head.FindIndex(c => NameHeads.Contains(c, StringComparer.Ordinal));
        var type = head.FindIndex(c => c.Contains("type", StringComparison.Ordinal));
        var nullable = head.FindIndex(c => NullHeads.Contains(c, StringComparer.Ordinal));
        if (name < 0 || type < 0)
        {
            return [];
        }

        return [.. rows.Skip(1).Select(r => Cells(r.Text)).Select(c => Column(c, name, type, nullable)).OfType<ColumnFact>()];
    }

    private static ColumnFact? Column(List<string> cells, int name, int type, int nullable)
    {
        if (cells.Count <= Math.Max(name, type) || cells[name].Length == 0 || !cells[name].All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            return null;
        }

        var stated = StatedType.In(cells[type]) ?? cells[type].ToLowerInvariant();
        var said = nullable >= 0 && nullable < cells.Count ? cells[nullable].ToLowerInvariant() : "";
        var isNullable = said switch
        {
            "no" or "n" or "false" or "not null" => false,
            "yes" or "y" or "true" or "null" or "x" => true,
            _ => cells.Where((_, i) => i != name).All(StatedType.IsNullable),
        };
        return new ColumnFact(cells[name], stated, isNullable, cells.Where((_, i) => i != name).Select(StatedType.Default).FirstOrDefault(d => d is not null));
    }

    private static List<string> Cells(string row) => [.. MarkdownCells.Of(row).Select(c => c.Trim('`', '*', ' '))];
}
