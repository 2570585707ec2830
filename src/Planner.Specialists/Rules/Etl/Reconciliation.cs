using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Etl;

/// <summary>A query over known tables and columns that shows whether source and target agree.</summary>
internal static class Reconciliation
{
    public static string Query(Pipeline pipeline, RuleContext brief)
    {
        var pair = pipeline.NewColumns(brief)
            .Where(a => Transformations.IsMeasure(a.Column))
            .Select(a => (Target: a, Source: Transformations.Source(a.Column, pipeline)))
            .FirstOrDefault(p => p.Source is not null);
        if (pair.Source is { } source)
        {
            return Sums(source.Table, source.Column, pair.Target.Table, pair.Target.Column);
        }

        var tables = pipeline.Sources.Concat(pipeline.Targets).ToList();
        return tables.Count == 0 ? "SELECT 0 AS difference;" : string.Join("\nUNION ALL\n", tables.Select(Freshness)) + ";";
    }

    private static string Sums(TableFact source, ColumnFact from, TableFact target, ColumnFact to) =>
        $"""
        SELECT s.total AS source_total, t.total AS target_total, s.total - t.total AS difference
        FROM (SELECT coalesce(sum({Sql.Quoted(from.Name)}), 0) AS total FROM {source.Written()}) AS s
        CROSS JOIN (SELECT coalesce(sum({Sql.Quoted(to.Name)}), 0) AS total FROM {target.Written()}) AS t;
        """.ReplaceLineEndings("\n");

    private static string Freshness(TableFact table)
    {
        var newest = table.Columns.LastOrDefault(c => Sql.BaseName(c.Type) is "timestamptz" or "timestamp");
        return $"SELECT '{table.FullName}' AS relation, count(*) AS rows, "
            + $"{(newest is null ? "NULL::timestamptz" : $"max({Sql.Quoted(newest.Name)})::timestamptz")} AS newest FROM {table.Written()}";
    }
}
