using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;

namespace Planner.Core.Grounding.Naming;

/// <summary>Columns that a ticket lists for a table, and the lines on which it does so.</summary>
internal sealed record StatedTable(string Table, IReadOnlyList<ColumnFact> Columns, IReadOnlyList<TicketLine> Lines);

/// <summary>Reads column lists of a ticket: Markdown tables, lists and CREATE TABLE.</summary>
internal static partial class StatedColumns
{
    private const int LinesAbove = 6;

    public static IReadOnlyList<StatedTable> Read(TicketLines text)
    {
        var stated = new List<StatedTable>();
        var lines = text.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var end = i;
            while (end < lines.Count && SameBlock(lines[i], lines[end]))
            {
                end++;
            }

            if (end > i && Block([.. lines.Take(end).Skip(i)], [.. lines.Take(i)]) is { } table)
            {
                stated.Add(table);
            }

            i = Math.Max(i, end - 1);
        }

        return stated;
    }

    private static bool SameBlock(TicketLine first, TicketLine line) =>
        first.Fence is not null ? line.Fence is not null
        : first.IsTableRow ? line.IsTableRow
        : IsItem(first) && IsItem(line);

    private static bool IsItem(TicketLine line) => line.Fence is null && Item().IsMatch(line.Text);

    private static StatedTable? Block(IReadOnlyList<TicketLine> block, IReadOnlyList<TicketLine> above)
    {
        if (block[0].Fence is not null)
        {
            var script = string.Join('\n', block.Select(l => l.Text));
            return CreateTable().Match(script) is { Success: true } create
                ? new StatedTable(
                    create.Groups["name"].Value.Replace("\"", "", StringComparison.Ordinal),
                    StatedSql.Columns(script[(create.Index + create.Length)..]),
                    block)
                : null;
        }

        var columns = block[0].IsTableRow ? StatedMarkdown.Columns(block) : [.. block.Select(ItemColumn).OfType<ColumnFact>()];
        return columns.Count > 0 && Owner(above) is { } owner ? new StatedTable(owner, columns, block) : null;
    }

    /// <summary>The last name of a table in the lines above.</summary>
    private static string? Owner(IReadOnlyList<TicketLine> above) => above
        .Reverse()
        .Where(l => l.Text.Trim().Length > 0)
        .Take(LinesAbove)
        .TakeWhile(l => !l.IsTableRow)
        .SelectMany(l => TableName().Matches(l.Text).Reverse())
        .Select(m => m.Groups["name"].Value)
        .FirstOrDefault();

    private static ColumnFact? ItemColumn(TicketLine line)
    {
        var match = Item().Match(line.Text);
        var rest = match.Groups["rest"].Value;
        return StatedType.At(rest) is { } type ? new ColumnFact(match.Groups["name"].Value, type, StatedType.IsNullable(rest), StatedType.Default(rest)) : null;
    }

    [GeneratedRegex(@"\A\s*[-*+]\s+`(?<name>[A-Za-z_][A-Za-z0-9_]*)`(?<rest>.*)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Item();

    [GeneratedRegex(@"`(?<name>[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?)`|\b(?<name>[a-z][a-z0-9]*(?:_[a-z0-9]+)+)\b", RegexOptions.NonBacktracking)]
    private static partial Regex TableName();

    [GeneratedRegex(@"create\s+table\s+(?:if\s+not\s+exists\s+)?(?<name>[A-Za-z0-9_.""]+)\s*\(", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex CreateTable();
}
