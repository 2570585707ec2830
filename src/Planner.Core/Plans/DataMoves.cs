using System.Text.RegularExpressions;
using Planner.Core.Opinions;
using Planner.Core.Specialists;

namespace Planner.Core.Plans;

/// <summary>What happens to rows that are there today.</summary>
internal enum MoveKind
{
    /// <summary>A check is exchanged for one that lets more pass.</summary>
    WidenedCheck,

    /// <summary>Columns are computed for rows of the past.</summary>
    FilledPast,

    /// <summary>Rows are changed or copied by a script.</summary>
    Rewritten,

    /// <summary>A column gets another type.</summary>
    Retyped,

    /// <summary>A column or table gets another name.</summary>
    Renamed,

    /// <summary>A column or table goes.</summary>
    Dropped,

    /// <summary>Old rows are checked against a rule.</summary>
    CheckedRows,
}

/// <summary>A move of data.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Table">To which table.</param>
/// <param name="What">The constraint, column or job that it is about.</param>
/// <param name="Task">The task that does it.</param>
internal sealed record DataMove(MoveKind Kind, string Table, string What, string Task);

/// <summary>Moves of data, read from the migrations and pipelines of a plan; tables that the plan itself makes hold nothing to move.</summary>
internal static partial class DataMoves
{
    public static IReadOnlyList<DataMove> Of(Plan plan) => [.. Scripts(plan).Concat(Pasts(plan)).Distinct()];

    /// <summary>Rows that break a rule that a migration sets for rows that are there, as queries that must count none.</summary>
    public static IReadOnlyList<string> Violations(Plan plan) =>
        [.. Migrations(plan)
            .SelectMany(m => Checks(m.Up).Concat(Fillings(m.Up)))
            .Where(v => IsKnown(plan, v.Table))
            .Select(v => v.Sql)
            .Distinct(StringComparer.Ordinal)];

    private static IEnumerable<MigrationScript> Migrations(Plan plan) => plan.Opinions.Designs<SchemaDesign>().SelectMany(d => d.Migrations);

    private static IEnumerable<DataMove> Scripts(Plan plan) =>
        from task in plan.Tasks
        from script in Assignment.Migrations(task, plan)
        from move in InScript(script.Up)
        where IsKnown(plan, move.Table)
        select move with { Task = task.Id };

    private static IEnumerable<DataMove> InScript(string up)
    {
        var dropped = Statement()
            .Matches(up)
            .Where(m => m.Groups["dropped"].Success)
            .Select(m => m.Groups["dropped"].Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Statement().Matches(up))
        {
            var move = match.Groups switch
            {
                var g when g["check"].Success => dropped.Contains(g["check"].Value) ? (MoveKind.WidenedCheck, g["check"].Value) : default((MoveKind, string)?),
                var g when g["validated"].Success => (MoveKind.CheckedRows, g["validated"].Value),
                var g when g["filled"].Success => (MoveKind.CheckedRows, g["filled"].Value),
                var g when g["retyped"].Success => (MoveKind.Retyped, g["retyped"].Value),
                var g when g["renamed"].Success => (MoveKind.Renamed, g["renamed"].Value),
                var g when g["gone"].Success => (MoveKind.Dropped, g["gone"].Value),
                _ => null,
            };
            if (move is var (kind, what))
            {
                yield return new(kind, TableBefore(up, match.Index), what.Trim('"'), "");
            }
        }

        foreach (Match match in Rewriting().Matches(up))
        {
            var (table, verb) = (match.Groups["table"].Value.Replace("\"", "", StringComparison.Ordinal), match.Groups["verb"].Value.ToUpperInvariant());
            yield return verb == "DROP" ? new(MoveKind.Dropped, table, table, "") : new(MoveKind.Rewritten, table, verb, "");
        }
    }

    /// <summary>The table of the ALTER TABLE in which the position lies.</summary>
    private static string TableBefore(string up, int position) =>
        Altered()
            .Matches(up)
            .Where(m => m.Index <= position)
            .Select(m => m.Groups["table"].Value)
            .LastOrDefault("")
            .Replace("\"", "", StringComparison.Ordinal);

    private static IEnumerable<DataMove> Pasts(Plan plan)
    {
        foreach (var pipeline in plan.Opinions.Designs<PipelineDesign>().SelectMany(d => d.Pipelines))
        {
            var changing = plan.Tasks.Where(t => t.Files.Any(f => f.Path == pipeline.File)).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
            var loading = plan.Tasks.Where(t => plan.Panel.Named(t.Area).Role == SpecialistRole.Pipelines && t.Files.Count == 0);
            foreach (var task in loading.Where(t => t.DependsOn.Any(changing.Contains)))
            {
                foreach (var target in pipeline.Targets.Where(t => IsKnown(plan, t)))
                {
                    yield return new(MoveKind.FilledPast, target, pipeline.Job, task.Id);
                }
            }
        }
    }

    private static bool IsKnown(Plan plan, string table) => plan.Grounding.Inventory.Tables.Any(t => t == table
        || t.EndsWith("." + table, StringComparison.Ordinal)
        || table.EndsWith("." + t, StringComparison.Ordinal));

    private static IEnumerable<(string Table, string Sql)> Checks(string up) => Check().Matches(up)
        .Select(m => (Table: TableBefore(up, m.Index), Condition: m.Groups["condition"].Value))
        .Select(c => (c.Table, $"SELECT count(*) AS refused\nFROM {c.Table}\nWHERE NOT ({c.Condition});"));

    private static IEnumerable<(string Table, string Sql)> Fillings(string up) => Statement().Matches(up)
        .Where(m => m.Groups["filled"].Success)
        .Select(m => (Table: TableBefore(up, m.Index), Column: m.Groups["filled"].Value))
        .Select(f => (f.Table, $"SELECT count(*) AS empty\nFROM {f.Table}\nWHERE {f.Column} IS NULL;"));

    [GeneratedRegex(
        @"ALTER TABLE (IF EXISTS )?(ONLY )?(?<table>[\w.""]+)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Altered();

    [GeneratedRegex(
        @"DROP CONSTRAINT (IF EXISTS )?(?<dropped>[\w""]+)|ADD CONSTRAINT (?<check>[\w""]+) CHECK|VALIDATE CONSTRAINT (?<validated>[\w""]+)"
            + @"|ALTER COLUMN (?<filled>[\w""]+) SET NOT NULL|ALTER COLUMN (?<retyped>[\w""]+) (SET DATA )?TYPE|RENAME (COLUMN )?(?<renamed>[\w""]+) TO"
            + @"|RENAME (?<renamed>TO [\w""]+)|DROP COLUMN (IF EXISTS )?(?<gone>[\w""]+)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();

    [GeneratedRegex(
        @"(?<verb>UPDATE) (?<table>[\w.""]+)\s+SET|(?<verb>INSERT) INTO (?<table>[\w.""]+)[^;]*SELECT|(?<verb>DELETE) FROM (?<table>[\w.""]+)"
            + @"|(?<verb>DROP) TABLE (IF EXISTS )?(?<table>[\w.""]+)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Rewriting();

    [GeneratedRegex(
        @"ADD CONSTRAINT [\w""]+ CHECK \((?<condition>[^;]*)\) NOT VALID",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Check();
}
