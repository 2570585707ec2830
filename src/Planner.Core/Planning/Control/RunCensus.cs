using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Durability;

namespace Planner.Core.Planning.Control;

/// <summary>Plannings under way and what they wait for, counted.</summary>
/// <param name="ByState">How many are <c>Pending</c>, <c>Running</c>, <c>Waiting</c> and <c>Suspended</c>; each is named, also where there is none.</param>
/// <param name="Waiting">Decisions and questions on the agendas that are waited on.</param>
/// <param name="OldestSince">Since when the oldest agenda has been asked; null where none is.</param>
/// <param name="NextDeadline">The nearest deadline; null where none is.</param>
public sealed record RunCensus(IReadOnlyDictionary<string, int> ByState, int Waiting, DateTimeOffset? OldestSince, DateTimeOffset? NextDeadline)
{
    private const string IsWaiting = "Waiting";
    private static readonly string[] States = [nameof(RunStatus.Pending), nameof(RunStatus.Running), IsWaiting, nameof(RunStatus.Suspended)];
    private static readonly string Workflow = new PlanTicket().Name;

    /// <summary>Counts the plannings among runs; others and ended ones are left out.</summary>
    public static RunCensus Of(IEnumerable<RunInfo> runs)
    {
        var plannings = runs.Where(r => !r.HasEnded && r.Workflow == Workflow).Select(r => (Run: r, Progress: RunProgress.Of(r))).ToList();
        var counts = plannings.CountBy(p => StateOf(p.Run, p.Progress)).ToDictionary(StringComparer.Ordinal);
        var waits = plannings.Where(p => p.Progress is { Until: not null, WaitingFor.Count: > 0 }).ToList();
        return new RunCensus(
            States.ToDictionary(s => s, s => counts.GetValueOrDefault(s), StringComparer.Ordinal),
            waits.Sum(w => w.Progress!.WaitingFor.Count),
            waits.Min(w => (DateTimeOffset?)(w.Progress!.Since ?? w.Run.UpdatedAt)),
            waits.Min(w => w.Progress!.Until));
    }

    private static string StateOf(RunInfo run, RunProgress? progress) =>
        run.Status is RunStatus.Running && progress?.Until is not null ? IsWaiting : run.Status.ToString();
}
