using Planner.Core.Opinions;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Database;

/// <summary>A check that must let a new value pass is replaced, new rows first.</summary>
internal sealed class WidenedChecksRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var one in brief.Schema.Widened)
        {
            var table = one.Table.FullName;
            var about = brief.Claims.About(SpecialistNames.Database, $"{table} {one.Column} {one.Value}");
            draft.Migrate(brief, new MigrationStep($"allow_{one.Value}_in_{one.Table.Name}_{one.Column}", $"Let `{table}.{one.Column}` hold "
                + $"`{one.Value}`", Replace(
                table,
                one.Name,
                one.New), Replace(table, one.Name, one.Old) + Validate(table, one.Name), [
                table,
            ],
                $"ACCESS EXCLUSIVE on `{table}` for the exchange of the constraint only: milliseconds, as no row is checked.", TaskSize.XS)
            {
                Provides = true,
                Satisfies = about,
                Detail = $"`{one.Name}` refuses the value today ({one.Table.Place()}).",
                Irreversible = $"Rows that hold '{one.Value}' must be changed before the old check can be validated again.",
            });
            draft.Migrate(brief, new MigrationStep($"validate_{one.Table.Name}_{one.Column}", $"Validate `{one.Name}`", Validate(
                table,
                one.Name), NothingToUndo, [table],
                $"SHARE UPDATE EXCLUSIVE on `{table}` while rows are checked; reads and writes go on.", TaskSize.XS)
            {
                Satisfies = about,
                Detail = "In a transaction of its own: in one with the exchange it would keep the stronger lock until the last row is checked.",
            });
            draft.Summary.Add($"lets `{table}.{one.Column}` hold `{one.Value}`");
            draft.Cite(one.Table.Place());
        }
    }

    private const string NothingToUndo = "-- A validated constraint holds the same rows as before; rolling back the step before exchanges it.\nSELECT 1;\n";

    private static string Validate(string table, string name) => $"ALTER TABLE {table} VALIDATE CONSTRAINT {name};\n";

    private static string Replace(string table, string name, string condition) =>
        $"ALTER TABLE {table} DROP CONSTRAINT {name};\nALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({condition}) NOT VALID;\n";
}
