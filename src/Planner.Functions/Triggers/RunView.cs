using Planner.Core.Planning;
using Planner.Durability;

namespace Planner.Functions.Triggers;

/// <summary>A run as clients see it.</summary>
internal sealed record RunView(
    string RunId, string Ticket, string Status, int? Version, string? Verdict, IReadOnlyList<WaitView> WaitingFor, string? SupersededBy, string? Reason)
{
    public static RunView Of(RunInfo run)
    {
        var progress = run.HasEnded ? null : RunProgress.Of(run);
        var result = run.Output is { } output ? Payload.Read<PlanResult>(output) : null;
        return new RunView(
            run.InstanceId,
            Payload.Read<PlanRequest>(run.Input!).Ticket,
            Word(run, progress),
            result?.Version,
            result?.Verdict,
            [.. (progress?.WaitingFor ?? []).Select(entry => new WaitView(entry.Id, progress!.Until))],
            run.SucceededBy,
            run.Reason);
    }

    private static string Word(RunInfo run, RunProgress? progress) => run.Status switch
    {
        RunStatus.Running when progress?.Until is not null => "Waiting",
        RunStatus.Terminated => "Cancelled",
        var status => status.ToString(),
    };
}

/// <summary>What a run waits for.</summary>
internal sealed record WaitView(string Id, DateTimeOffset? Until);
