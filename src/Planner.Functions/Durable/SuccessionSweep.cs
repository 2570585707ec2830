using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Planner.Functions.Durable;

/// <summary>
/// Finds the runs from which one must take over. A sweep reads what was created since the oldest run that had not ended at the
/// sweep before: all earlier ones were judged. So its cost follows what happened, not what ever happened, also after a restart.
/// </summary>
internal sealed class SuccessionSweep(
    DurableTaskClient durable, DurableRuns runs, DurableSuccession succession, SweepMark mark, TimeProvider clock, ILogger<SuccessionSweep> logger)
{
    private const int PageSize = 100;

    // Clocks of hosts differ a little, and a start is on its way for a moment.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private static readonly OrchestrationRuntimeStatus[] MayBeOld =
    [
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended, OrchestrationRuntimeStatus.Failed,
    ];

    /// <summary>Lets runs be succeeded; a host does it at its start and now and then. One that fails is tried again by the next sweep.</summary>
    /// <returns>From how many runs one took over.</returns>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var (began, taken) = (clock.GetUtcNow(), 0);
        var oldestOpen = began - Margin;
        var query = new OrchestrationQuery(
            CreatedFrom: await mark.Read(cancellation), Statuses: MayBeOld, PageSize: PageSize, FetchInputsAndOutputs: true);
        await foreach (var metadata in durable.GetAllInstancesAsync(query).WithCancellation(cancellation))
        {
            if (await runs.Of(metadata, cancellation) is not { } run)
            {
                continue;
            }

            var took = await TryTakeOver(run, cancellation);
            taken += took ? 1 : 0;
            if (!took && (!run.HasEnded || succession.IsOld(run)) && run.CreatedAt < oldestOpen)
            {
                oldestOpen = run.CreatedAt;
            }
        }

        await mark.Write(oldestOpen, began, cancellation);
        return taken;
    }

    private async Task<bool> TryTakeOver(DurableRun run, CancellationToken cancellation)
    {
        try
        {
            return succession.IsOld(run) && await succession.SuccessorOf(run, cancellation) is not null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.SuccessionFailed(logger, run.InstanceId, e);
            return false;
        }
    }
}
