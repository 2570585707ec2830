using Microsoft.DurableTask.Client;
using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>Reads orchestrations as runs. What is none of ours, or cannot be read, is no run.</summary>
internal sealed class DurableRuns(DurableTaskClient durable, WorkflowCatalog catalog, UnreadableRuns unreadable)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>The run, or null.</summary>
    public async Task<DurableRun?> Find(string instanceId, CancellationToken cancellation)
    {
        var metadata = await durable.GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellation);
        if (metadata is null || !catalog.HasWorkflow(metadata.Name))
        {
            return null;
        }

        var run = DurableRun.Of(metadata);
        if (run is null)
        {
            unreadable.Report(instanceId, metadata.Name);
        }

        return run;
    }

    /// <summary>The run of a listing that fetched inputs and outputs, or null. A store may leave large ones out there, so one more look decides.</summary>
    public async Task<DurableRun?> Of(OrchestrationMetadata listed, CancellationToken cancellation)
    {
        if (!catalog.HasWorkflow(listed.Name))
        {
            return null;
        }

        return DurableRun.Of(listed)
            ?? (unreadable.IsKnown(listed.InstanceId) ? null : await Find(listed.InstanceId, cancellation));
    }

    /// <summary>The run.</summary>
    /// <exception cref="RunNotFoundException">There is none.</exception>
    public async Task<DurableRun> Get(string instanceId, CancellationToken cancellation) =>
        await Find(instanceId, cancellation) ?? throw new RunNotFoundException(instanceId);

    /// <summary>
    /// Commands are durable messages: waits until the run has taken one in, or has ended, so that a caller sees what
    /// it asked for; but not for ever, since the host that runs it may be down.
    /// </summary>
    public async Task Until(string instanceId, Func<DurableRun, bool> isSo, CancellationToken cancellation)
    {
        var pause = FirstPause;
        for (var waited = TimeSpan.Zero; waited < Patience; waited += pause)
        {
            var run = await Find(instanceId, cancellation);
            if (run is null || run.HasEnded || isSo(run))
            {
                return;
            }

            await Task.Delay(pause, cancellation);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }
}
