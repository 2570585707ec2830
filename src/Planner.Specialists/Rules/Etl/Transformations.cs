using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Etl;

/// <summary>What becomes of the data, column by column, with an example each.</summary>
internal static class Transformations
{
    public static IReadOnlyList<Transformation> Of(Pipeline pipeline, RuleContext brief)
    {
        var added = pipeline.NewColumns(brief).Select(a => Of(a.Table, a.Column, pipeline, brief)).ToList();
        return added.Count > 0 ? added : [.. brief.Claims.For(SpecialistNames.Etl).Take(3).Select(c => Rule(c.Id, c.Text, pipeline))];
    }

    /// <summary>The source column that a new target column is computed from: numeric, and sharing the most words with it.</summary>
    public static (TableFact Table, ColumnFact Column)? Source(ColumnFact target, Pipeline pipeline) => pipeline.Sources
        .SelectMany(t => t.Columns.Select(c => (Table: t, Column: c)))
        .Where(s => Kind(s.Column) == Kind(target) && !s.Column.Name.EndsWith("_id", StringComparison.Ordinal) && s.Column.Name != "id")
        .Select(s => (s.Table, s.Column, Score: (2 * Words.Overlap(s.Column.Name, target.Name)) + (2 * Words.Overlap(s.Table.Name, target.Name))))
        .Where(s => s.Score > 1)
        .OrderByDescending(s => s.Score)
        .Select(s => ((TableFact, ColumnFact)?)(s.Table, s.Column))
        .FirstOrDefault();

    public static bool IsMeasure(ColumnFact column) =>
        Sql.BaseName(column.Type) is "numeric" or "decimal" or "integer" or "int" or "bigint" or "real" or "double" or "money" or "smallint";

    /// <summary>Counts come from counts, amounts from amounts.</summary>
    private static string Kind(ColumnFact column) => Sql.BaseName(column.Type) switch
    {
        "integer" or "int" or "bigint" or "smallint" => "count",
        "numeric" or "decimal" or "real" or "double" or "money" => "amount",
        var other => other,
    };

    private static Transformation Of(TableFact table, ColumnFact column, Pipeline pipeline, RuleContext brief)
    {
        var to = $"{table.FullName}.{column.Name}";
        var keys = string.Join(", ", table.PrimaryKey);
        return Source(column, pipeline) is { } source
            ? new Transformation(
                $"{source.Table.FullName}.{source.Column.Name}",
                to,
                $"Sum of `{source.Column.Name}` for each ({keys}). {Repeating.Late(brief)}",
                Example(source.Table, source.Column, to))
            : Counted(table, column, pipeline, brief, to, keys);
    }

    private static Transformation Counted(TableFact table, ColumnFact column, Pipeline pipeline, RuleContext brief, string to, string keys)
    {
        var source = pipeline.Sources.Where(t => Words.Overlap(t.Name, column.Name) > 0)
            .OrderByDescending(t => Words.Overlap(t.Name, column.Name))
            .FirstOrDefault();
        return source is not null && IsMeasure(column)
            ? new Transformation(
                source.FullName,
                to,
                $"Number of rows of `{source.FullName}` for each ({keys}). {Repeating.Late(brief)}",
                $"2 rows of `{source.FullName}` for one key give `{to}` = 2; none gives 0.")
            : new Transformation(
                Words.List(pipeline.Sources.Select(s => s.FullName)),
                to,
                $"As {Criterion(column, brief)} says; the key is ({keys}) of `{table.FullName}`.",
                $"A key without matching source rows gives {(column.Nullable ? "no value" : column.Default ?? "0")}.");
    }

    private static Transformation Rule(string id, string text, Pipeline pipeline) => new(
        Words.List(pipeline.Sources.Select(s => s.FullName)),
        Words.List(pipeline.Targets.Select(s => s.FullName)),
        $"{id}: {Words.Short(text, 200)}.",
        $"One changed row of {pipeline.Sources.Select(s => $"`{s.FullName}`").FirstOrDefault() ?? "the source"} changes the one target row that its key "
            + $"falls into.");

    private static string Example(TableFact table, ColumnFact column, string to)
    {
        var (one, two, sum) = Sql.BaseName(column.Type) is "numeric" or "decimal" or "money" ? ("20.00", "5.50", "25.50") : ("2", "1", "3");
        return $"Two rows of `{table.FullName}` with `{column.Name}` {one} and {two} for one key give `{to}` = {sum}; none gives 0.";
    }

    private static string Criterion(ColumnFact column, RuleContext brief) =>
        brief.Claims.For(SpecialistNames.Etl).FirstOrDefault(c => Words.Names(c.Text, column.Name))?.Id ?? "the ticket";
}
