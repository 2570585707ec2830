using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>A guard of a column: its condition and where it comes from.</summary>
internal sealed record Guard(string Column, string Condition, string Reason);

/// <summary>A new table, complete as far as ticket and schema say.</summary>
/// <param name="Fact">As it will be.</param>
/// <param name="Guards">Its checks.</param>
/// <param name="Unique">Sets of columns that are unique, with the line that says so.</param>
/// <param name="Untyped">Columns whose type nobody states.</param>
/// <param name="KeyIsConvention">True where the key was taken from the other tables, not from the ticket.</param>
internal sealed record PlannedTable(
    TableFact Fact,
    IReadOnlyList<Guard> Guards,
    IReadOnlyList<IndexFact> Unique,
    IReadOnlyList<string> Untyped,
    bool KeyIsConvention);

/// <summary>New columns of a table that is there.</summary>
internal sealed record PlannedColumns(
    TableFact Table,
    IReadOnlyList<ColumnFact> Columns,
    IReadOnlyList<Guard> Guards,
    IReadOnlyList<ForeignKeyFact> ForeignKeys,
    IReadOnlyList<string> Untyped);

/// <summary>A check of a table that is there and must let a new value pass.</summary>
internal sealed record WidenedCheck(TableFact Table, string Column, string Name, string Old, string New, string Value);

/// <summary>The schema as the ticket will leave it.</summary>
internal sealed record SchemaPlan(
    IReadOnlyList<PlannedTable> Tables,
    IReadOnlyList<PlannedColumns> Columns,
    IReadOnlyList<WidenedCheck> Widened,
    IReadOnlyList<NewColumn> Homeless)
{
    public bool IsEmpty => Tables.Count + Columns.Count + Widened.Count == 0;

    /// <summary>The new table that a route speaks of: <c>returns</c> fits <c>order_returns</c>.</summary>
    public PlannedTable? For(NewEndpoint endpoint)
    {
        var last = endpoint.Segments.Count > 0 ? Words.Stems(endpoint.Segments[^1]) : new HashSet<string>(StringComparer.Ordinal);
        return Tables.FirstOrDefault(t => last.Count > 0 && last.All(Words.Stems(t.Fact.Name).Contains))
            ?? Tables.FirstOrDefault(t => endpoint.Segments.Any(s => Words.Singular(s) == Words.Singular(t.Fact.Name)));
    }

    /// <summary>Tables and views after the change: new ones, changed ones and those they refer to.</summary>
    public IReadOnlyList<TableFact> After(TicketGrounding grounding)
    {
        var changed = Columns.Select(c => c.Table with
        {
            Columns = [.. c.Table.Columns, .. c.Columns],
            ForeignKeys = [.. c.Table.ForeignKeys, .. c.ForeignKeys],
        }).ToList();
        var named = Tables.SelectMany(t => t.Fact.ForeignKeys).Concat(Columns.SelectMany(c => c.ForeignKeys)).Select(f => f.Table);
        var kept = grounding.Tables.Where(t => !changed.Exists(c => c.FullName == t.FullName)
            && (named.Contains(t.FullName) || Widened.Any(w => w.Table.FullName == t.FullName)));
        return [.. Tables.Select(t => t.Fact).Concat(changed).Concat(kept).OrderBy(t => t.FullName, StringComparer.Ordinal)];
    }
}
