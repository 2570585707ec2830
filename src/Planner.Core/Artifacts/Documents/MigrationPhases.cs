using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Graphs;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>The phases of a data migration: each with what ends it, what turns it back, and how.</summary>
internal static class MigrationPhases
{
    public static IEnumerable<Md[]> Of(Plan plan, IReadOnlyList<DataMove> moves)
    {
        var tables = moves.Select(m => m.Table).ToHashSet(StringComparer.Ordinal);
        var contract = Tasks(moves, MoveKind.CheckedRows, MoveKind.Dropped);
        var fill = Tasks(moves, MoveKind.FilledPast, MoveKind.Rewritten);
        var expand = plan.Tasks.Where(t => !t.Contingent
            && Assignment.Migrations(t, plan).Any(m => m.Tables.Any(tables.Contains))
            && !contract.Contains(t.Id)
            && !fill.Contains(t.Id))
            .Select(t => t.Id)
            .ToList();
        var release = Following(plan, expand).Where(id => !contract.Contains(id) && !fill.Contains(id)).ToList();
        return Rows(plan, tables, [("Expand", expand), ("Release", release), ("Fill", fill), ("Contract", contract)]);
    }

    private static List<string> Tasks(IEnumerable<DataMove> moves, params MoveKind[] kinds) =>
        [.. moves.Where(m => kinds.Contains(m.Kind)).Select(m => m.Task).Distinct(StringComparer.Ordinal).Order(IdOrder.Numbers)];

    /// <summary>Code that builds on the expanded schema, directly or not; what judges or shows it is no part of the release.</summary>
    private static IEnumerable<string> Following(Plan plan, List<string> expand)
    {
        var graph = new DependencyGraph(plan.Tasks.Select(t => t.Id), id => plan.Tasks.First(t => t.Id == id).DependsOn);
        return plan.Tasks.Where(t => !t.Contingent
            && t.Phase is PhasePlan.Data or PhasePlan.BusinessLogic or PhasePlan.Interfaces
            && t.Files.Count > 0
            && !Assignment.Migrations(t, plan).Any()
            && expand.Exists(e => graph.ComesAfter(t.Id, e))).Select(t => t.Id);
    }

    private static IEnumerable<Md[]> Rows(Plan plan, HashSet<string> tables, IEnumerable<(string Phase, List<string> Tasks)> phases)
    {
        var number = 0;
        foreach (var (phase, tasks) in phases.Where(p => p.Tasks.Count > 0))
        {
            number++;
            yield return [Md.Of($"{number} {phase}"), Md.Words(tasks), Done(phase, plan, tasks), Back(phase, tables), Way(phase, plan, tasks)];
        }
    }

    private static Md Done(string phase, Plan plan, List<string> tasks) => phase switch
    {
        "Expand" => Md.Of($"{Md.Codes(Scripts(plan, tasks).Select(s => s.Name))} stand in the schema and the version in use goes on"),
        "Release" => Md.Of($"no instance of the version before is left"),
        "Fill" => Md.Of($"the reconciliation below shows no difference for the oldest interval wanted"),
        "Contract" => Md.Of($"{Md.Codes(Scripts(plan, tasks).Select(s => s.Name))} went through without a refused row"),
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };

    private static Md Back(string phase, HashSet<string> tables) => phase switch
    {
        "Expand" =>
            Md.Of($"a script gave up waiting for its lock three times, or the version in use fails on {Md.Codes(tables.Order(StringComparer.Ordinal))}"),
        "Release" => Md.Of($"the new version writes a row that a query of the reconciliation counts, or more of its requests fail than before"),
        "Fill" => Md.Of($"the difference stays after an interval was filled twice"),
        "Contract" => Md.Of($"a query of the reconciliation counts a row: then the script waits"),
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };

    private static Md Way(string phase, Plan plan, List<string> tasks)
    {
        var scripts = Scripts(plan, tasks).ToList();
        var lost = tasks
            .Where(id => plan.Tasks.Where(t => t.Id == id).SelectMany(t => Assignment.Migrations(t, plan)).Any(s => s.Irreversible is not null))
            .ToList();
        return phase switch
        {
            "Release" => Md.Of($"the version before; the schema may stay, as it serves both"),
            "Fill" => Md.Of($"stop the job and fill the interval again; nobody reads the columns yet"),
            _ when lost.Count > 0 =>
                Md.Of($"{Md.Codes(scripts.Select(s => s.DownPath ?? s.UpPath).Reverse())}; {Md.Words(lost)} only until the first row makes use of it, then "
                    + $"from the backup"),
            _ => Md.Codes(scripts.Select(s => s.DownPath ?? s.UpPath).Reverse()),
        };
    }

    private static IEnumerable<MigrationScript> Scripts(Plan plan, List<string> tasks) =>
        plan.Tasks.Where(t => tasks.Contains(t.Id, StringComparer.Ordinal)).SelectMany(t => Assignment.Migrations(t, plan));
}

/// <summary>The phases in which one system takes over from another.</summary>
internal static class SystemPhases
{
    public static IEnumerable<Md[]> Of(SystemMove move)
    {
        var (old, now) = (Md.Code(move.From), Md.Code(move.To));
        yield return [
            Md.Of($"1 Beside"),
            Md.Of($"{now} is released and configured; {old} answers all calls"),
            Md.Of($"{now} refuses its credential or its test call"),
            Md.Of($"leave {now} unconfigured"),
        ];
        yield return [
            Md.Of($"2 Shadow"),
            Md.Of($"calls that only read go to both; {old} answers and differences are counted"),
            Md.Of($"answers differ, or callers wait longer"),
            Md.Of($"stop the second call"),
        ];
        yield return [
            Md.Of($"3 Canary"),
            Md.Of($"one caller{(move.Callers.Count > 0 ? Md.Of($", {Md.Code(move.Callers[0])},") : Md.Empty)} or a small share goes to {now}"),
            Md.Of($"more calls fail than with {old} in the same hour"),
            Md.Of($"switch that share to {old}; what {now} accepted is settled there"),
        ];
        yield return [
            Md.Of($"4 Full"),
            Md.Of($"all calls go to {now}; {old} stays configured"),
            Md.Of($"records of both sides differ at the daily comparison"),
            Md.Of($"switch all to {old}"),
        ];
        yield return [
            Md.Of($"5 Clean up"),
            Md.Of($"{old}, its settings and its credential are removed"),
            Md.Of($"something still asks for {old}"),
            Md.Of($"put back the commit that removed it"),
        ];
    }
}
