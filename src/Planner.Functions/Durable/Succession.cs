using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Planner.Durability;
using Planner.Durability.Telemetry;

namespace Planner.Functions.Durable;

/// <summary>
/// A run of another story version is not replayed with the code at hand: it ends, and a run of the version at hand
/// takes over. Durable Task cannot do that from within, since an orchestration that does not repeat its calls fails;
/// so clients do it for the run that they ask for, and a sweep for all others. Every part can be repeated.
/// </summary>
internal sealed class Succession(
    DurableTaskClient durable, WorkflowCatalog catalog, DurableRuns runs, RunStarter starter, ILogger<Succession> logger)
{
    private static readonly OrchestrationRuntimeStatus[] MayBeOld =
    [
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended, OrchestrationRuntimeStatus.Failed,
    ];

    /// <summary>The run that took over from this one, or null. Makes it take over where this one belongs to another version.</summary>
    public async Task<string?> SuccessorOf(DurableRun run, CancellationToken cancellation)
    {
        if (run.SucceededBy is not null)
            return run.SucceededBy;
        if (!IsOld(run))
            return null;
        var successor = await StartSuccessor(run, cancellation);
        await End(run, successor, cancellation);
        return successor;
    }

    /// <summary>Lets every run of another version be succeeded; a host does it at its start and now and then.</summary>
    /// <returns>How many runs of another version there were.</returns>
    public async Task<int> Sweep(CancellationToken cancellation)
    {
        var old = 0;
        await foreach (var metadata in durable.GetAllInstancesAsync(new OrchestrationQuery(Statuses: MayBeOld)).WithCancellation(cancellation))
        {
            var run = catalog.WorkflowNames.Contains(metadata.Name) ? await runs.Find(metadata.InstanceId, cancellation) : null;
            if (run is null || !IsOld(run))
                continue;
            await SuccessorOf(run, cancellation);
            old++;
        }

        return old;
    }

    private bool IsOld(DurableRun run) =>
        run.Envelope.StoryVersion != catalog.Workflow(run.Workflow).StoryVersion && (!run.HasEnded || run.FailedByVersion);

    private async Task<string> StartSuccessor(DurableRun run, CancellationToken cancellation)
    {
        var workflow = catalog.Workflow(run.Workflow);
        var envelope = new RunEnvelope
        {
            StoryVersion = workflow.StoryVersion,
            Input = workflow.Succeed(run.Envelope.Input, run.InstanceId),
            Previous = run.InstanceId,
            TraceParent = run.Envelope.TraceParent,
        };
        foreach (var id in SuccessorIds(run.InstanceId))
        {
            if (await starter.Start(run.Workflow, id, envelope, cancellation))
                RunTelemetry.HasStarted(workflow);
            if ((await runs.Find(id, cancellation))?.Envelope.Previous != run.InstanceId)
                continue;
            if (run.IsSuspended)
                await durable.SuspendInstanceAsync(id, $"'{run.InstanceId}' was suspended.", cancellation);
            Log.Succeeded(logger, run.InstanceId, run.Envelope.StoryVersion, id, workflow.StoryVersion);
            return id;
        }

        throw new InvalidOperationException("There is always another number.");
    }

    private async Task End(DurableRun run, string successor, CancellationToken cancellation)
    {
        if (run.HasEnded)
            return;
        var atHand = catalog.Workflow(run.Workflow).StoryVersion;
        var reason = $"Succeeded by '{successor}': story version {run.Envelope.StoryVersion} became {atHand}.";
        await durable.TerminateInstanceAsync(run.InstanceId, new TerminateInstanceOptions(new RunEnd(reason, successor)), cancellation);
        await runs.Until(run.InstanceId, _ => false, cancellation);
        RunTelemetry.HasEnded(catalog.Workflow(run.Workflow), EndStatus.Superseded);
    }

    // A run's own id, then ~2, ~3 and so on; the first that is free or already its successor is taken.
    private static IEnumerable<string> SuccessorIds(string instanceId)
    {
        var tilde = instanceId.LastIndexOf('~');
        var number = tilde >= 0 && int.TryParse(instanceId.AsSpan(tilde + 1), out var last) ? last : 1;
        var stem = number > 1 ? instanceId[..tilde] : instanceId;
        while (true)
            yield return $"{stem}~{++number}";
    }
}
