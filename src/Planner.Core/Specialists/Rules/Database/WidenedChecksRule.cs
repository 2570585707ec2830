using Planner.Core.Plans;
using Planner.Core.Specialists.Rules.Drafting;
using Planner.Core.Specialists.Rules.Reading;

namespace Planner.Core.Specialists.Rules.Database;

/// <summary>A check that must let a new value pass is replaced, new rows first.</summary>
internal sealed class WidenedChecksRule : IRule
{
    public void Apply(Brief brief, Draft draft)
    {
        foreach (var one in brief.Schema.Widened)
        {
            var table = one.Table.FullName;
            draft.Migrate(brief, new Step($"allow_{one.Value}_in_{one.Table.Name}_{one.Column}", $"Let `{table}.{one.Column}` hold `{one.Value}`", Replace(table, one.Name, one.New), Replace(table, one.Name, one.Old), [table],
                $"ACCESS EXCLUSIVE on `{table}` while the constraint is exchanged, then SHARE UPDATE EXCLUSIVE while rows are checked.", TaskSize.XS)
            {
                Satisfies = brief.Claims.About("database", $"{table} {one.Column} {one.Value}"),
                Detail = $"`{one.Name}` refuses the value today ({one.Table.Place()}).",
                Irreversible = $"Rows that hold '{one.Value}' must be changed before the old check can be validated again.",
            });
            draft.Cite(one.Table.Place());
        }
    }

    private static string Replace(string table, string name, string condition) =>
        $"ALTER TABLE {table} DROP CONSTRAINT {name};\nALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({condition}) NOT VALID;\nALTER TABLE {table} VALIDATE CONSTRAINT {name};\n";
}
