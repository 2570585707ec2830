using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Planner.Durability;
using Planner.Durability.Telemetry;

namespace Planner.Functions.Durable;

/// <summary>The port's client on a client of Durable Task.</summary>
internal sealed class DurableWorkflowClient : IWorkflowClient
{
    private static readonly TimeSpan TakeoverLook = TimeSpan.FromSeconds(1);

    private readonly DurableTaskClient durable;
    private readonly WorkflowCatalog catalog;
    private readonly RunStores stores;
    private readonly TimeProvider clock;
    private readonly StartMarkers markers;
    private readonly DurableRuns runs;
    private readonly DurableRunStarter starter;
    private readonly DurableSuccession succession;

    public DurableWorkflowClient(
        DurableTaskClient durable, WorkflowCatalog catalog, RunStores stores, UnreadableRuns unreadable, TimeProvider clock, ILoggerFactory loggers)
    {
        (this.durable, this.catalog, this.stores, this.clock) = (durable, catalog, stores, clock);
        markers = new StartMarkers(stores.Marks);
        runs = new DurableRuns(durable, catalog, unreadable);
        starter = new DurableRunStarter(durable, markers, clock);
        succession = new DurableSuccession(durable, catalog, runs, starter, markers, clock, loggers.CreateLogger<DurableSuccession>());
        Sweep = new SuccessionSweep(durable, runs, succession, new SweepMark(stores.Marks, catalog), clock, loggers.CreateLogger<SuccessionSweep>());
    }

    /// <summary>What the host sweeps with.</summary>
    public SuccessionSweep Sweep { get; }

    public async Task<bool> Start<TIn, TOut>(
        Workflow<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        var entry = catalog.Workflow(workflow.Name);
        using var span = RunTelemetry.Starting(entry.Name, instanceId);
        var envelope = new RunEnvelope
        {
            StoryVersion = entry.StoryVersion,
            Input = Payload.Write(input),
            TraceParent = span?.Id,
            Habits = DurableSteps.Habits,
        };
        var isFirst = await starter.Start(entry.Name, instanceId, envelope, cancellation);
        if (isFirst)
        {
            RunTelemetry.HasStarted(entry);
        }

        return isFirst;
    }

    public async Task<bool> Raise<T>(string instanceId, Signal<T> signal, T payload, CancellationToken cancellation = default)
    {
        var message = new SignalMessage(Payload.Write(payload)) { TraceParent = TraceLine.Current };
        return await Command(instanceId, run => durable.RaiseEventAsync(run.InstanceId, signal.Name, message, cancellation), cancellation);
    }

    public async Task<RunInfo?> Get(string instanceId, CancellationToken cancellation = default) =>
        await runs.Find(instanceId, cancellation) is { } run ? await Describe(run, cancellation) : null;

    public Task<RunPage> List(RunQuery query, CancellationToken cancellation = default) =>
        new DurableRunListing(new CreationWindows(durable, clock), runs, run => TryDescribe(run, cancellation)).Page(query, cancellation);

    public async Task<RunInfo> WaitForEnd(string instanceId, CancellationToken cancellation = default)
    {
        for (var id = instanceId; ;)
        {
            var orchestration = await runs.Get(id, cancellation);
            var run = await Describe(orchestration, cancellation);
            if (run.SucceededBy is not null)
            {
                id = run.SucceededBy;
            }
            else if (run.HasEnded)
            {
                return run;
            }
            else if (orchestration.HasEnded)
            {
                await Task.Delay(TakeoverLook, clock, cancellation);
            }
            else
            {
                await durable.WaitForInstanceCompletionAsync(id, cancellation);
            }
        }
    }

    public Task Suspend(string instanceId, string reason, CancellationToken cancellation = default) => Command(instanceId, async run =>
    {
        await durable.SuspendInstanceAsync(run.InstanceId, reason, cancellation);
        await runs.Until(run.InstanceId, r => r.IsSuspended, cancellation);
    }, cancellation);

    public Task Resume(string instanceId, string reason, CancellationToken cancellation = default) => Command(instanceId, async run =>
    {
        await durable.ResumeInstanceAsync(run.InstanceId, reason, cancellation);
        await runs.Until(run.InstanceId, r => !r.IsSuspended, cancellation);
    }, cancellation);

    public Task Terminate(string instanceId, Termination why, CancellationToken cancellation = default) => Command(instanceId, async run =>
    {
        await durable.TerminateInstanceAsync(run.InstanceId, new TerminateInstanceOptions(RunEnd.Of(why)), cancellation);
        await runs.Until(run.InstanceId, _ => false, cancellation);
        RunTelemetry.HasEnded(catalog.Workflow(run.Workflow), RunTelemetry.OfTermination(why.SupersededBy));
    }, cancellation);

    public async Task<bool> Purge(string instanceId, CancellationToken cancellation = default)
    {
        // A successor reads the inbox of the run it took over from, until it has ended itself.
        for (var id = instanceId; id is not null;)
        {
            if (await Get(id, cancellation) is not { } run)
            {
                break;
            }

            if (!run.HasEnded)
            {
                return false;
            }

            id = run.SucceededBy;
        }

        if (await runs.Find(instanceId, cancellation) is null)
        {
            return false;
        }
        // The marker comes first: between the two the id is taken twice, and never free. The run itself goes last, so that whoever
        // is stopped in between finds it again.
        await markers.Purge(instanceId, clock.GetUtcNow(), cancellation);
        await stores.Inbox.Delete(instanceId, cancellation);
        await stores.Journal.Delete(instanceId, cancellation);
        return (await durable.PurgeInstanceAsync(instanceId, cancellation)).PurgedInstanceCount > 0;
    }

    private async Task<RunInfo?> TryDescribe(DurableRun run, CancellationToken cancellation) =>
        await succession.SuccessorOf(run, cancellation) is { } successor
            ? (await runs.Find(run.InstanceId, cancellation))?.Info(successor)
            : run.Info(null, succession.IsOld(run));

    private async Task<RunInfo> Describe(DurableRun run, CancellationToken cancellation) =>
        await TryDescribe(run, cancellation) ?? throw new RunNotFoundException(run.InstanceId);

    // Follows a run to the last of its line; false where that one has ended.
    private async Task<bool> Command(string instanceId, Func<DurableRun, Task> command, CancellationToken cancellation)
    {
        for (var id = instanceId; ;)
        {
            var run = await runs.Get(id, cancellation);
            if (await succession.SuccessorOf(run, cancellation, atOnce: true) is { } successor)
            {
                id = successor;
                continue;
            }

            if (run.HasEnded)
            {
                return false;
            }

            await command(run);
            return true;
        }
    }
}
