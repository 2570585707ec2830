using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Database;

/// <summary>Rules that the database will hold, in words.</summary>
internal static class Validations
{
    public static IReadOnlyList<ValidationRule> Of(PlannedTable planned) =>
        [.. Required(planned.Fact, planned.Fact.Columns)
            .Concat(planned.Fact.ForeignKeys.Select(f =>
                new ValidationRule(planned.Fact.FullName, f.Columns[0], $"refers to a row of `{f.Table}`", "The column's name and the key of that table.")))
            .Concat(Guarded(planned.Fact, planned.Guards))
            .Concat(planned.Unique.Select(u => new ValidationRule(planned.Fact.FullName, u.Columns[0], "unique", "The ticket says so.")))];

    public static IReadOnlyList<ValidationRule> Of(PlannedColumns planned) =>
        [.. Required(planned.Table, planned.Columns).Concat(Guarded(planned.Table, planned.Guards))];

    private static IEnumerable<ValidationRule> Required(TableFact table, IReadOnlyList<ColumnFact> columns) => columns
        .Where(c => !c.Nullable && c.Name != "id")
        .Select(c => new ValidationRule(table.FullName, c.Name, "never empty", "The ticket states NOT NULL."));

    private static IEnumerable<ValidationRule> Guarded(TableFact table, IReadOnlyList<Guard> guards) =>
        guards.Select(g => new ValidationRule(table.FullName, g.Column, g.Condition, g.Reason));
}
