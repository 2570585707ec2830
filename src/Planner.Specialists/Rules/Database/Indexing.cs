using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Database;

/// <summary>Which indexes a table pays for, and with which query.</summary>
internal static class Indexing
{
    private static readonly string[] FilterWords = Lexicon.Words("database", "filter");

    public static IReadOnlyList<IndexAdvice> For(PlannedTable planned, RuleContext brief)
    {
        var table = planned.Fact;
        var unique =
            planned.Unique.Select(u => new IndexAdvice(table.FullName, u.Columns, true, "The ticket says that it is unique; the constraint brings the index."));
        var keys = table.ForeignKeys.Select(f =>
            new IndexAdvice(table.FullName, f.Columns, false, $"Rows are found by their `{f.Table}` row, and deleting there checks this column."));
        var filters = table.Columns.Select(c => Filter(table, c, brief)).OfType<IndexAdvice>();
        return [.. unique.Concat(keys).Concat(filters).DistinctBy(i => string.Join(',', i.Columns))];
    }

    /// <summary>An index for a column that a criterion filters or sorts by, or that a job reads changes by.</summary>
    public static IndexAdvice? Filter(TableFact table, ColumnFact column, RuleContext brief)
    {
        var criterion = brief.Criteria.FirstOrDefault(c => Words.Names(c.Text, column.Name) && Words.Any(c.Text, FilterWords) && column.Name != "id");
        if (criterion is not null
            && !table.PrimaryKey.Contains(column.Name, StringComparer.Ordinal)
            && Sql.BaseName(column.Type) is not ("jsonb" or "json" or "numeric" or "bytea"))
        {
            return new IndexAdvice(table.FullName, [column.Name], false, $"{criterion.Id} reads by `{column.Name}`.");
        }

        var job = brief.Needs.Jobs.FirstOrDefault(j => Watermarks.Of(j, brief) == column.Name);
        return job is null
            ? null
            : new IndexAdvice(table.FullName, [column.Name], false, $"`{job.Name}` reads rows changed since its watermark ({job.Place()}).");
    }
}
