using Microsoft.DurableTask;

namespace Planner.Functions.Durable;

/// <summary>Timers that are never early.</summary>
internal static class DurableTimers
{
    // Azure Storage delays a message by whole seconds, cut off, and so wakes an orchestration up to one too early. A
    // second more than what is left is enough, whatever is cut off.
    private static readonly TimeSpan CutOff = TimeSpan.FromSeconds(1);

    /// <summary>Completes when the workflow's clock shows the time, or is cancelled.</summary>
    public static async Task WaitUntil(this TaskOrchestrationContext durable, DateTimeOffset time, CancellationToken cancellation)
    {
        await durable.CreateTimer(time.UtcDateTime, cancellation);
        while (durable.CurrentUtcDateTime < time.UtcDateTime)
        {
            await durable.CreateTimer(time.UtcDateTime + CutOff, cancellation);
        }
    }
}
