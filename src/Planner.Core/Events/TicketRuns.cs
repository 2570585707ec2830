using Planner.Core.Planning;
using Planner.Durability;

namespace Planner.Core.Events;

/// <summary>The planning runs of a ticket: at most one is under way.</summary>
internal sealed class TicketRuns(EventPorts ports)
{
    private static readonly RunStatus[] UnderWay = [RunStatus.Pending, RunStatus.Running, RunStatus.Suspended];

    private static readonly PlanTicket Story = new();

    /// <summary>Starts a run. Of runs that start at the same time the oldest stays, or with superseding the youngest.</summary>
    public async Task<EventResult> Start(EventOrder.Start order, StepCall call)
    {
        if (await Standing(order, call.Cancellation) is { } standing)
        {
            return new EventResult(standing, $"attached to {standing}, which is under way");
        }

        await ports.Client.Start(Story, order.RunId, new PlanRequest { Ticket = order.Ticket, Codebase = order.Codebase, Policy = ports.Policy.Planning }, call.Cancellation);
        return await Settle(order, call.Cancellation);
    }

    /// <summary>Runs of the ticket that have not ended, oldest first.</summary>
    public async Task<IReadOnlyList<RunInfo>> Active(string ticket, CancellationToken cancellation)
    {
        var found = new List<RunInfo>();
        string? cursor = null;
        do
        {
            var page = await ports.Client.List(new RunQuery(UnderWay, ticket + "-", 1000, cursor), cancellation);
            found.AddRange(page.Items.Where(r => r.Workflow == Story.Name));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return [.. found.OrderBy(r => r.CreatedAt).ThenBy(r => r.InstanceId, StringComparer.Ordinal)];
    }

    /// <summary>The run that a trigger attaches to, or null where one is to be started or was started for it.</summary>
    private async Task<string?> Standing(EventOrder.Start order, CancellationToken cancellation) =>
        ports.Policy.OnNewTrigger == NewTrigger.Attach && await ports.Client.Get(order.RunId, cancellation) is null
            && await Active(order.Ticket, cancellation) is [var first, ..]
            ? first.InstanceId
            : null;

    /// <summary>Two triggers may both have seen no run: all but one of theirs end again.</summary>
    private async Task<EventResult> Settle(EventOrder.Start order, CancellationToken cancellation)
    {
        var active = await Active(order.Ticket, cancellation);
        var stays = active.Count == 0 ? null : ports.Policy.OnNewTrigger == NewTrigger.Attach ? active[0] : active[^1];
        foreach (var other in active.Where(r => r != stays))
        {
            await ports.Client.Terminate(other.InstanceId, ports.Policy.OnNewTrigger == NewTrigger.Attach ? $"attached to {stays!.InstanceId}" : $"superseded by {stays!.InstanceId}", cancellation);
        }

        return stays is null || stays.InstanceId == order.RunId
            ? new EventResult(order.RunId, "a run was started")
            : new EventResult(stays.InstanceId, $"attached to {stays.InstanceId}, which started at the same time");
    }
}
