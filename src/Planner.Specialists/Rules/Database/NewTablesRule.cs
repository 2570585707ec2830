using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Database;

/// <summary>A script for each new table, with its keys, checks and indexes.</summary>
internal sealed class NewTablesRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var planned in brief.Schema.Tables)
        {
            var indexes = Indexing.For(planned, brief);
            draft.Schema = draft.Schema with
            {
                Indexes = [.. draft.Schema.Indexes, .. indexes],
                Rules = [.. draft.Schema.Rules, .. Validations.Of(planned)],
            };
            draft.Migrate(brief, Script(planned, indexes, brief));
            draft.Cite([.. planned.Fact.ForeignKeys.Select(f => brief.Grounding.Tables.First(t => t.FullName == f.Table).Place())]);
            draft.Summary.Add($"adds the table `{planned.Fact.FullName}` with {planned.Fact.Columns.Count} columns{References(planned)}");
        }
    }

    private static MigrationStep Script(PlannedTable planned, IReadOnlyList<IndexAdvice> indexes, RuleContext brief)
    {
        var table = planned.Fact;
        var schema = IsNewSchema(planned, brief) ? $"CREATE SCHEMA {table.Schema};\n\n" : "";
        var up = schema
            + Ddl.Table(planned, brief.Grounding)
            + string.Concat(indexes.Where(i => !i.Unique).Select(i => "\n" + Ddl.Index(i.Table, i.Columns, i.Unique, concurrently: false)));
        var down = $"DROP TABLE {table.FullName};\n" + (schema.Length > 0 ? $"DROP SCHEMA {table.Schema};\n" : "");
        return new MigrationStep($"create_{table.Name}", $"Create the table `{table.FullName}`", up, down, [table.FullName], Locks(planned), TaskSize.S)
        {
            Provides = true,
            Satisfies = Criteria(planned, brief),
            Detail = $"Columns as the ticket states them{(planned.KeyIsConvention ? "; the key `id` follows the other tables" : "")}. Released before the "
                + $"code that uses it; the code that runs today does not notice it.",
        };
    }

    private static IReadOnlyList<string> Criteria(PlannedTable planned, RuleContext brief)
    {
        var names = planned.Fact.Columns.Select(c => c.Name)
            .Where(n => n is not ("id" or "status" or "name" or "reason"))
            .Append(planned.Fact.FullName)
            .Append(planned.Fact.Name)
            .ToList();
        var naming = brief.Claims.Naming(SpecialistNames.Database, names);
        return naming.Count > 0 ? naming : brief.Claims.About(SpecialistNames.Database, planned.Fact.Name);
    }

    private static bool IsNewSchema(PlannedTable planned, RuleContext brief) =>
        planned.Fact.Schema != "public" && brief.Grounding.Tables.All(t => t.Schema != planned.Fact.Schema)
        && !brief.Grounding.Inventory.Tables.Any(t => t.StartsWith(planned.Fact.Schema + ".", StringComparison.Ordinal));

    private static string Locks(PlannedTable planned) => planned.Fact.ForeignKeys.Count == 0
        ? "None that others wait for: the table is new."
        : $"SHARE ROW EXCLUSIVE on {Words.List(planned.Fact.ForeignKeys.Select(f => $"`{f.Table}`").Distinct(StringComparer.Ordinal))} while the foreign key "
            + $"is made: writes there wait for some milliseconds, as the new table is empty. Set `lock_timeout` so that the script gives up rather than "
            + $"queues behind a long transaction.";

    private static string References(PlannedTable planned) => planned.Fact.ForeignKeys.Count == 0
        ? ""
        : $", tied to {Words.List(planned.Fact.ForeignKeys.Select(f => $"`{f.Table}`").Distinct(StringComparer.Ordinal))}";
}
