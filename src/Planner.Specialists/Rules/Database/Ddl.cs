using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Database;

/// <summary>Parts of statements.</summary>
internal static class Ddl
{
    public static string Column(ColumnFact column, TableFact? referred)
    {
        var identity = column.Default is { } value && value.Contains("identity", StringComparison.OrdinalIgnoreCase);
        var parts = new List<string> { Sql.Quoted(column.Name), column.Type };
        parts.Add(identity ? "GENERATED ALWAYS AS IDENTITY" : column.Nullable ? "" : "NOT NULL");
        parts.Add(column.Default is { } plain && !identity ? $"DEFAULT {plain}" : "");
        parts.Add(referred is null ? "" : $"REFERENCES {referred.Written()} ({Sql.Quoted(referred.PrimaryKey[0])})");
        return string.Join(' ', parts.Where(p => p.Length > 0));
    }

    public static string Table(PlannedTable planned, TicketGrounding grounding)
    {
        var table = planned.Fact;
        var lines = table.Columns.Select(c => Column(c, Referred(table, c, grounding)) + (table.PrimaryKey is [var key] && key == c.Name ? " PRIMARY KEY" : ""))
            .Concat(planned.Guards.Select(g => $"CONSTRAINT {CheckName(table, g)} CHECK ({g.Condition})"))
            .Concat(planned.Unique.Select(u => $"CONSTRAINT {u.Name} UNIQUE ({string.Join(", ", u.Columns.Select(Sql.Quoted))})"));
        return $"CREATE TABLE {table.Written()} (\n  {string.Join(",\n  ", lines)}\n);\n";
    }

    public static string CheckName(TableFact table, Guard guard) => $"ck_{table.Name}_{guard.Column}".ToLowerInvariant();

    public static string Index(string table, IReadOnlyList<string> columns, bool unique, bool concurrently) =>
        $"CREATE {(unique ? "UNIQUE " : "")}INDEX {(concurrently ? "CONCURRENTLY " : "")}{IndexName(table, columns, unique)} ON {Sql.Quoted(table)} "
            + $"({string.Join(", ", columns.Select(Sql.Quoted))});\n";

    public static string IndexName(string table, IReadOnlyList<string> columns, bool unique) =>
        $"{(unique ? "ux" : "ix")}_{table[(table.IndexOf('.', StringComparison.Ordinal) + 1)..]}_{string.Join('_', columns)}".ToLowerInvariant();

    private static TableFact? Referred(TableFact table, ColumnFact column, TicketGrounding grounding)
    {
        var key = table.ForeignKeys.FirstOrDefault(f => f.Columns is [var only] && only == column.Name);
        return key is null ? null : grounding.Tables.First(t => t.FullName == key.Table);
    }
}
