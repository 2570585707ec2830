using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Database;

/// <summary>Columns that the ticket wants to be gone: dropped last of all, in a release of its own, when nothing reads them any more.</summary>
internal sealed class DroppedColumnsRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var (table, column, criteria) in Drops.Of(brief))
        {
            draft.Migrate(brief, Drop(table, column, criteria, brief));
            draft.Cite(table.Place());
            draft.Summary.Add($"drops `{table.FullName}.{column.Name}` last");
        }
    }

    private static MigrationStep Drop(TableFact table, ColumnFact column, IReadOnlyList<string> criteria, RuleContext brief)
    {
        var (name, restored) = (Sql.Quoted(column.Name), column.Default is null ? column with { Nullable = true } : column);
        var up = $"ALTER TABLE {table.Written()}\n  DROP COLUMN {name};\n";
        var down = $"ALTER TABLE {table.Written()}\n  ADD COLUMN {Ddl.Column(restored, null)};\n";
        return new MigrationStep($"drop_{column.Name}_of_{table.Name}", $"Drop `{table.FullName}.{column.Name}` in a release of its own", up, down, [
            table.FullName,
        ],
            $"ACCESS EXCLUSIVE on `{table.FullName}` for the change of its definition only: milliseconds. Set `lock_timeout` to 2 seconds and try again "
                + $"rather than let readers queue.",
            TaskSize.S)
        {
            Role = MigrationRole.Contract,
            Satisfies = criteria,
            Detail =
                $"Not before the release that stopped reading and writing it has run everywhere: the version before still does both.{Readers(table, brief)} "
                    + $"Copy the column away first.",
            Irreversible = $"What stands in `{table.FullName}.{column.Name}` is gone with it; only the copy made before brings it back.",
        };
    }

    private static string Readers(TableFact table, RuleContext brief)
    {
        var users = table.EntityType is { } entity
            ? brief.Grounding.Types.Where(t => t.Name != entity && !brief.Files.IsTest(t.File) && t.Uses.Contains(entity, StringComparer.Ordinal))
                .Select(t => t.Name)
                .Distinct(StringComparer.Ordinal)
                .Take(4)
                .ToList()
            : [];
        return users.Count > 0 ? $" `{table.EntityType}` maps it; look in what uses that, like {Words.List(users.Select(u => $"`{u}`"))}." : "";
    }
}

/// <summary>What the criteria of the database want to be gone.</summary>
internal static class Drops
{
    private static readonly string[] Verbs = Lexicon.Words("database", "verbs");

    private static readonly string[] Columns = Lexicon.Words("database", "columns");

    /// <summary>Columns of tables that the ticket names, with the ids of the criteria that say so.</summary>
    public static IReadOnlyList<(TableFact Table, ColumnFact Column, IReadOnlyList<string> Criteria)> Of(RuleContext brief)
    {
        var tables = brief.Needs.KnownTables.Concat(brief.Schema.Columns.Select(c => c.Table)).Where(t => !t.IsView).DistinctBy(t => t.FullName).ToList();
        return [.. tables.SelectMany(t => t.Columns.Select(c => (Table: t, Column: c, Criteria: Saying(brief, t, c)))).Where(d => d.Criteria.Count > 0)];
    }

    private static IReadOnlyList<string> Saying(RuleContext brief, TableFact table, ColumnFact column) =>
        [.. brief.Claims.For(SpecialistNames.Database)
            .Where(c => c.Text.Split(". ", StringSplitOptions.RemoveEmptyEntries).Any(s => Says(s, table, column)))
            .Select(c => c.Id)];

    private static bool Says(string sentence, TableFact table, ColumnFact column) =>
        Words.Any(sentence, Verbs)
        && (sentence.Contains($"{table.Name}.{column.Name}", StringComparison.Ordinal)
            || (Words.Any(sentence, Columns) && sentence.Contains($"`{column.Name}`", StringComparison.Ordinal)));
}
