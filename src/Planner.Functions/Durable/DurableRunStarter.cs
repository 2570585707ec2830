using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Planner.Functions.Durable;

/// <summary>Starts an orchestration once for each id.</summary>
internal sealed class DurableRunStarter(DurableTaskClient durable, StartMarkers markers, TimeProvider clock)
{
    // Who marked an id schedules it at once; longer than this, and it died between the two.
    private static readonly TimeSpan SchedulingTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static readonly string[] EveryStatus =
    [
        .. new[]
        {
            OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended,
            OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
        }.Select(status => status.ToString()),
    ];

    /// <returns>True where this call started it.</returns>
    public async Task<bool> Start(string workflow, string instanceId, RunEnvelope envelope, CancellationToken cancellation)
    {
        if (await markers.PurgedAt(instanceId, cancellation) is { } purged && clock.GetUtcNow() - purged < StartMarkers.Life)
        {
            return false;
        }

        var isFirst = await markers.TryStart(instanceId, cancellation);
        if (isFirst ? await IsThere(instanceId, cancellation) : await Appears(instanceId, cancellation))
        {
            return false;
        }

        return await Schedule(workflow, instanceId, envelope, cancellation);
    }

    private async Task<bool> Schedule(string workflow, string instanceId, RunEnvelope envelope, CancellationToken cancellation)
    {
        try
        {
            var options = new StartOrchestrationOptions(instanceId) { DedupeStatuses = EveryStatus };
            await durable.ScheduleNewOrchestrationInstanceAsync(workflow, envelope, options, cancellation);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }

    private async Task<bool> Appears(string instanceId, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < SchedulingTime; waited += Pause)
        {
            if (await IsThere(instanceId, cancellation))
            {
                return true;
            }

            await Task.Delay(Pause, clock, cancellation);
        }

        return false;
    }

    private async Task<bool> IsThere(string instanceId, CancellationToken cancellation) =>
        await durable.GetInstanceAsync(instanceId, cancellation) is not null;
}
