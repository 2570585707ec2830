using Planner.Core.Planning.Control;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Durability;

namespace Planner.Core.Events;

/// <summary>
/// The planning runs of a ticket: at most one is under way. All that starts a run, a transition, a comment or a request, starts it
/// here, and may do so again.
/// </summary>
/// <param name="client">Starts and ends runs.</param>
/// <param name="onNewTrigger">What a new trigger means for a run under way.</param>
public sealed class TicketRuns(IWorkflowClient client, NewTrigger onNewTrigger)
{
    private static readonly PlanTicket Story = new();

    private readonly RunsOfTicket runs = new(client);

    /// <summary>
    /// Starts a run, or attaches to the one under way, or supersedes it. Of runs that start at the same time the oldest stays, or
    /// with superseding the youngest. A run that was started under the id before is not started again.
    /// </summary>
    public async Task<TicketRun> Start(string runId, PlanRequest request, CancellationToken cancellation)
    {
        if (await Standing(runId, request.Ticket, cancellation) is { } standing)
        {
            return new TicketRun(standing, IsAttached: true, $"attached to {standing}, which is under way");
        }

        await client.Start(Story, runId, request, cancellation);
        return await Settle(runId, request.Ticket, cancellation);
    }

    /// <summary>Runs of the ticket that have not ended, oldest first.</summary>
    public Task<IReadOnlyList<RunInfo>> Active(string ticket, CancellationToken cancellation) => runs.Active(ticket, cancellation);

    /// <summary>The run that is under way, else the one whose plan counts; null where there is neither.</summary>
    public Task<RunInfo?> Current(string ticket, CancellationToken cancellation) => runs.Current(ticket, cancellation);

    /// <summary>The run that a trigger attaches to, or null where one is to be started or was started for it.</summary>
    private async Task<string?> Standing(string runId, string ticket, CancellationToken cancellation) =>
        onNewTrigger == NewTrigger.Attach && await client.Get(runId, cancellation) is null && await Active(ticket, cancellation) is [var first, ..]
            ? first.InstanceId
            : null;

    /// <summary>Two triggers may both have seen no run: all but one of theirs end again.</summary>
    private async Task<TicketRun> Settle(string runId, string ticket, CancellationToken cancellation)
    {
        var active = await Active(ticket, cancellation);
        var stays = active.Count == 0 ? null : onNewTrigger == NewTrigger.Attach ? Attached(active) : active[^1];
        foreach (var other in active.Where(r => r != stays))
        {
            await client.Stop(other, Ended(stays!.InstanceId), cancellation);
        }

        return stays is null || stays.InstanceId == runId
            ? new TicketRun(runId, IsAttached: false, "a run was started")
            : new TicketRun(stays.InstanceId, IsAttached: true, $"attached to {stays.InstanceId}, which started at the same time");
    }

    private Termination Ended(string stays) => onNewTrigger == NewTrigger.Attach ? $"attached to {stays}" : Termination.InFavourOf(stays);

    /// <summary>One that follows another holds what people said, and stays.</summary>
    private static RunInfo Attached(IReadOnlyList<RunInfo> active) =>
        active.LastOrDefault(r => RunsOfTicket.RequestOf(r).Follows is not null) ?? active[0];
}

/// <summary>The run that stands for a trigger.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="IsAttached">True where another trigger started it.</param>
/// <param name="Reason">How it came, in a few words.</param>
public sealed record TicketRun(string RunId, bool IsAttached, string Reason);
