using Planner.Codebase.CSharp.Tables;
using Planner.Codebase.Sql;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Model;

/// <summary>Carries out one step of a migration on the tables so far. A step on a table that nothing made tells nothing.</summary>
internal static class StepReplay
{
    public static void Apply(Dictionary<string, TableDraft> tables, ModelStep step, string path)
    {
        switch (step.Kind)
        {
            case ModelStepKind.CreateTable when step.Table.Length > 0:
                var made = new TableDraft(new SqlTableName("public", step.Table), path, step.Line, isView: false);
                made.PrimaryKey.AddRange(step.Key);
                tables[step.Table] = made;
                Put(made, step);
                break;
            case ModelStepKind.PutColumns when tables.TryGetValue(step.Table, out var table):
                Put(table, step);
                break;
            case ModelStepKind.DropColumn when tables.TryGetValue(step.Table, out var table):
                table.DropColumn(step.From);
                break;
            case ModelStepKind.RenameColumn when tables.TryGetValue(step.Table, out var table):
                table.RenameColumn(step.From, step.To);
                break;
            case ModelStepKind.DropTable:
                tables.Remove(step.Table);
                break;
            case ModelStepKind.RenameTable when tables.Remove(step.Table, out var table):
                table.Name = table.Name with { Name = step.To };
                tables[step.To] = table;
                break;
            default:
                break;
        }
    }

    private static void Put(TableDraft table, ModelStep step)
    {
        foreach (var column in step.Columns.Where(c => c.Name.Length > 0))
        {
            var at = table.Columns.FindIndex(c => TableDraft.Same(c.Name, column.Name));
            if (at < 0)
            {
                table.Columns.Add(column);
            }
            else
            {
                table.Columns[at] = column.Type.Length > 0 ? column : column with { Type = table.Columns[at].Type };
            }
        }

        table.Indexes.AddRange(step.Unique.Select(c => new IndexFact($"IX_{step.Table}_{c}", [c], Unique: true)));
    }
}
