using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Database;

/// <summary>Indexes on tables in use, where the ticket asks for one by name of its columns.</summary>
internal sealed class KnownTableIndexesRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var table in brief.Needs.KnownTables.Where(t => !t.IsView))
        {
            var columns = Columns(table, brief);
            if (columns.Count > 0)
            {
                Add(brief, draft, table, columns);
            }
        }
    }

    private static List<string> Columns(TableFact table, RuleContext brief) => brief.LinesWith("index")
        .Where(l => Words.Names(l, table.FullName) || Words.Names(l, table.Name))
        .Select(l => table.Columns.Where(c => Words.Names(l, c.Name)).Select(c => c.Name).ToList())
        .FirstOrDefault(c => c.Count > 0 && !table.Indexes.Any(i => i.Columns.Take(c.Count).SequenceEqual(c, StringComparer.Ordinal))) ?? [];

    private static void Add(RuleContext brief, OpinionBuilder draft, TableFact table, List<string> columns)
    {
        var name = Ddl.IndexName(table.FullName, columns, unique: false);
        draft.Schema = draft.Schema with
        {
            Indexes = [
            .. draft.Schema.Indexes,
            new IndexAdvice(table.FullName, columns, false, "The ticket asks for it; no index of the table starts with these columns."),
        ]
        };
        draft.Migrate(brief, new MigrationStep($"index_{table.Name}_{string.Join('_', columns)}", $"Index `{table.FullName}` by "
            + $"{Words.List(columns.Select(c => $"`{c}`"))}",
            Ddl.Index(table.FullName, columns, unique: false, concurrently: true), $"DROP INDEX CONCURRENTLY {name};\n", [table.FullName],
            "SHARE UPDATE EXCLUSIVE: reads and writes go on. `CONCURRENTLY` cannot run inside a transaction; a build that fails leaves an invalid index that "
                + "must be dropped.",
            TaskSize.XS)
        {
            Satisfies = brief.Claims.About(SpecialistNames.Database, $"index {table.Name} {string.Join(' ', columns)}"),
            Detail = Runner(brief),
        });
        draft.Cite(table.Place());
        draft.Summary.Add($"indexes `{table.FullName}` by {Words.List(columns.Select(c => $"`{c}`"))}");
    }

    private static string Runner(RuleContext brief)
    {
        var runner = brief.Grounding.Types.FirstOrDefault(t => t.Name.Contains("Migrat", StringComparison.Ordinal)
            && t.Name.EndsWith("Runner", StringComparison.Ordinal));
        return runner is null ? "Run it outside a transaction." : $"Run it outside a transaction; look at how {runner.Cited()} runs a script first.";
    }
}
