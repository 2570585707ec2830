using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Durability;

namespace Planner.Core.Planning.Control;

/// <summary>Ends plannings before their end, and sees to it that their comments say so.</summary>
public static class RunStop
{
    /// <summary>Ends a planning that has not ended. Its comment is amended durably, and later.</summary>
    /// <param name="client">The engine.</param>
    /// <param name="run">The planning.</param>
    /// <param name="why">By whom or for what; shown to people.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    public static async Task Stop(this IWorkflowClient client, RunInfo run, Termination why, CancellationToken cancellation)
    {
        await client.Terminate(run.InstanceId, why, cancellation);
        var ended = await client.Get(run.InstanceId, cancellation);
        if (ended is { Status: not (RunStatus.Completed or RunStatus.Failed), SucceededBy: null, Input: { } input })
        {
            var stopped = new StoppedRun(Payload.Read<PlanRequest>(input).Ticket, run.InstanceId, why.Reason);
            await client.Start(new CloseStoppedRun(), $"stopped-{run.InstanceId}", stopped, cancellation);
        }
    }
}
