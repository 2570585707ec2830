using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Database;

/// <summary>Queries over what is new, with the columns that there will be.</summary>
internal sealed class SampleQueriesRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        draft.Schema = draft.Schema with
        {
            Tables = [
                .. brief.Schema.After(brief.Grounding),
                .. draft.Schema.Migrations.Any(m => m.Tables.Contains(OutboxTable.Name)) ? new[] { OutboxRule.Fact } : [],
            ],
            Queries = [.. brief.Schema.Tables.SelectMany(t => New(t.Fact)), .. brief.Schema.Columns.SelectMany(Changed)],
        };
    }

    private static IEnumerable<SampleQuery> New(TableFact table)
    {
        var time = table.Columns.FirstOrDefault(c => Sql.BaseName(c.Type) is "timestamptz" or "timestamp" or "date");
        var order = time is null ? table.PrimaryKey is [var first, ..] ? first : null : time.Name;
        var tail = order is null ? ";" : $"\nORDER BY {Sql.Quoted(order)} DESC;";
        if (table.ForeignKeys.Count > 0)
        {
            var key = table.ForeignKeys[0];
            yield return new SampleQuery(
                $"Rows of `{table.FullName}` of one row of `{key.Table}`, newest first.",
                $"SELECT {Columns(table)}\nFROM {table.Written()}\nWHERE {Sql.Quoted(key.Columns[0])} = $1{tail}");
        }

        if (table.Columns.FirstOrDefault(c => c.Name is "status" or "state") is { } status)
        {
            yield return new SampleQuery(
                $"How many rows of `{table.FullName}` are in which state.",
                $"SELECT {status.Name}, count(*) AS rows\nFROM {table.Written()}\nGROUP BY {status.Name}\nORDER BY {status.Name};");
        }
    }

    private static IEnumerable<SampleQuery> Changed(PlannedColumns planned)
    {
        if (planned.Columns.FirstOrDefault(c => c.Default is null)?.Name is { } column)
        {
            yield return new SampleQuery(
                $"How many rows of `{planned.Table.FullName}` have no `{column}` yet: the progress of filling it.",
                $"SELECT count(*) AS missing\nFROM {planned.Table.Written()}\nWHERE {Sql.Quoted(column)} IS NULL;");
        }
    }

    private static string? First(IReadOnlyList<string> key) => key.Count > 0 ? key[0] : null;

    private static string Columns(TableFact table) => string.Join(", ", table.Columns.Select(c => Sql.Quoted(c.Name)));
}
