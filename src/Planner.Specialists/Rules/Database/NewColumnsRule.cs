using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Database;

/// <summary>New columns on tables in use: added without a long lock, tightened in a second step.</summary>
internal sealed class NewColumnsRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var planned in brief.Schema.Columns)
        {
            draft.Schema = draft.Schema with { Rules = [.. draft.Schema.Rules, .. Validations.Of(planned)] };
            draft.Migrate(brief, Add(planned, brief));
            if (Tighten(planned, brief) is { } second)
            {
                draft.Migrate(brief, second);
            }

            draft.Cite(planned.Table.Place());
            draft.Summary.Add($"adds {Words.List(planned.Columns.Select(c => $"`{c.Name}`"))} to `{planned.Table.FullName}`");
        }
    }

    private static MigrationStep Add(PlannedColumns planned, RuleContext brief)
    {
        var (name, table) = (planned.Table.FullName, planned.Table.Written());
        var columns = planned.Columns.Select(c => $"  ADD COLUMN {Ddl.Column(NeedsFilling(c) ? c with { Nullable = true } : c, null)}");
        var constraints = planned.Guards
            .Select(g => $"\nALTER TABLE {table}\n  ADD CONSTRAINT {Ddl.CheckName(planned.Table, g)} CHECK ({g.Condition}) NOT VALID;\n")
            .Concat(planned.ForeignKeys.Select(f => $"\nALTER TABLE {table}\n  ADD CONSTRAINT {KeyName(planned.Table, f)} FOREIGN KEY "
                + $"({Sql.Quoted(f.Columns[0])}) REFERENCES {Sql.Quoted(f.Table)} ({Sql.Quoted(f.References[0])}) NOT VALID;\n"));
        var up = $"ALTER TABLE {table}\n{string.Join(",\n", columns)};\n{string.Concat(constraints)}";
        var down = $"ALTER TABLE {table}\n{string.Join(",\n", planned.Columns.Reverse().Select(c => $"  DROP COLUMN {Sql.Quoted(c.Name)}"))};\n";
        return new MigrationStep(
            $"add_{planned.Columns[0].Name}_to_{planned.Table.Name}",
            $"Add {Words.List(planned.Columns.Select(c => $"`{c.Name}`"))} to `{name}`",
            up,
            down,
            [name],
            Locks(name),
            TaskSize.S)
        {
            Provides = true,
            Satisfies = Criteria(planned, brief),
            Detail =
                "Nullable or with a constant default, so that no row is rewritten; constraints are `NOT VALID` and bind new rows at once. Code that runs "
                    + "today goes on without the column.",
        };
    }

    private static MigrationStep? Tighten(PlannedColumns planned, RuleContext brief)
    {
        var (name, table) = (planned.Table.FullName, planned.Table.Written());
        var names = planned.Guards.Select(g => Ddl.CheckName(planned.Table, g)).Concat(planned.ForeignKeys.Select(f => KeyName(planned.Table, f))).ToList();
        var filled = planned.Columns.Where(NeedsFilling).ToList();
        if (names.Count + filled.Count == 0)
        {
            return null;
        }

        var up = string.Concat(names.Select(n => $"ALTER TABLE {table} VALIDATE CONSTRAINT {n};\n"))
            + string.Concat(filled.Select(c => $"ALTER TABLE {table} ALTER COLUMN {Sql.Quoted(c.Name)} SET NOT NULL;\n"));
        var down = filled.Count > 0
            ? string.Concat(filled.Select(c => $"ALTER TABLE {table} ALTER COLUMN {Sql.Quoted(c.Name)} DROP NOT NULL;\n"))
            : "-- A validated constraint holds the same rows as before; rolling back the step before removes it.\nSELECT 1;\n";
        return new MigrationStep($"validate_{planned.Columns[0].Name}_of_{planned.Table.Name}", $"Validate what now holds for "
            + $"{Words.List(planned.Columns.Select(c => $"`{c.Name}`"))} of `{name}`", up, down, [
            name,
        ],
            $"SHARE UPDATE EXCLUSIVE on `{name}` while rows are checked; reads and writes go "
                + $"on.{(filled.Count > 0
                    ? " `SET NOT NULL` reads the table under ACCESS EXCLUSIVE unless a validated check proves it; run it at a quiet hour."
                    : "")}",
            TaskSize.XS)
        {
            Satisfies = Criteria(planned, brief),
            Detail = filled.Count > 0
                ? $"After every row has a value in {Words.List(filled.Select(c => $"`{c.Name}`"))}: fill in batches first, by key, with a pause between them."
                : "A step of its own, so that the check of old rows holds no lock that writes wait for.",
        };
    }

    private static bool NeedsFilling(ColumnFact column) => !column.Nullable && column.Default is null;

    private static string KeyName(TableFact table, ForeignKeyFact key) => $"fk_{table.Name}_{key.Columns[0]}".ToLowerInvariant();

    private static string Locks(string table) =>
        $"ACCESS EXCLUSIVE on `{table}` for the change of its definition only: milliseconds, no row is rewritten. Set `lock_timeout` to 2 seconds and try "
            + $"again rather than let readers queue.";

    private static IReadOnlyList<string> Criteria(PlannedColumns planned, RuleContext brief)
    {
        var naming = brief.Claims.Naming(SpecialistNames.Database, [.. planned.Columns.Select(c => c.Name)]);
        return naming.Count > 0
            ? naming
            : brief.Claims.About(SpecialistNames.Database, planned.Table.Name + " " + string.Join(' ', planned.Columns.Select(c => c.Name)));
    }
}
