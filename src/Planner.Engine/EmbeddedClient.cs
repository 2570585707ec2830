using Planner.Durability;
using Planner.Durability.Telemetry;
using Planner.Engine.Runs;

namespace Planner.Engine;

/// <summary>The port's client on an engine in this process.</summary>
internal sealed class EmbeddedClient(Func<EngineCore> running) : IWorkflowClient
{
    public async Task<bool> Start<TIn, TOut>(
        Workflow<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        var entry = running().Catalog.Workflow(workflow.Name);
        using var span = RunTelemetry.Starting(entry.Name, instanceId);
        try
        {
            var isFirst = await Ask(instanceId, new BeginRun(entry, Payload.Write(input), span?.Id), cancellation) is Receipt.Done;
            if (isFirst)
            {
                RunTelemetry.HasStarted(entry);
            }

            return isFirst;
        }
        catch (NewerStoryException)
        {
            // It has been started, though only a newer planner can go on with it.
            return false;
        }
    }

    public async Task<bool> Raise<T>(string instanceId, Signal<T> signal, T payload, CancellationToken cancellation = default)
    {
        var text = Payload.Write(payload);
        return await Follow(instanceId, () => new Deliver(signal.Name, text, TraceLine.Current), cancellation);
    }

    public Task<RunInfo?> Get(string instanceId, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Running().Store.Find(instanceId));
    }

    public Task<RunPage> List(RunQuery query, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Running().Store.List(query));
    }

    public async Task<RunInfo> WaitForEnd(string instanceId, CancellationToken cancellation = default)
    {
        for (var id = instanceId; ;)
        {
            var ended = await End(id, cancellation);
            if (ended.SucceededBy is null)
            {
                return ended;
            }

            id = ended.SucceededBy;
        }
    }

    public Task Suspend(string instanceId, string reason, CancellationToken cancellation = default) =>
        Follow(instanceId, () => new Suspend(reason), cancellation);

    public Task Resume(string instanceId, string reason, CancellationToken cancellation = default) =>
        Follow(instanceId, () => new Resume(reason), cancellation);

    public Task Terminate(string instanceId, Termination why, CancellationToken cancellation = default) =>
        Follow(instanceId, () => new Terminate(why), cancellation);

    public async Task<bool> Purge(string instanceId, CancellationToken cancellation = default)
    {
        // A successor reads the inbox of the run it took over from, until it has ended itself.
        for (var run = Running().Store.Find(instanceId); run is not null; run = Next(run))
        {
            if (!run.HasEnded)
            {
                return false;
            }
        }

        return await Ask(instanceId, new PurgeRun(), cancellation) is Receipt.Done;

        RunInfo? Next(RunInfo run) => run.SucceededBy is null ? null : Running().Store.Find(run.SucceededBy);
    }

    private async Task<RunInfo> End(string id, CancellationToken cancellation)
    {
        var core = Running();
        if (core.Store.Find(id) is null)
        {
            throw new RunNotFoundException(id);
        }

        var end = core.Ends.For(id);
        if (core.Store.Find(id) is { HasEnded: true } ended)
        {
            core.Ends.Report(ended);
        }

        return await end.WaitAsync(cancellation);
    }

    // False where the last of the line has ended.
    private async Task<bool> Follow(string instanceId, Func<Ask> ask, CancellationToken cancellation)
    {
        for (var id = instanceId; ;)
        {
            switch (await Ask(id, ask(), cancellation))
            {
                case Receipt.Unknown: throw new RunNotFoundException(id);
                case Receipt.TooLate { SucceededBy: { } successor }: id = successor; break;
                case Receipt.TooLate: return false;
                default: return true;
            }
        }
    }

    private Task<Receipt> Ask(string id, Ask ask, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Running().Directory.Post(id, ask);
        return ask.Reply.Task.WaitAsync(cancellation);
    }

    private EngineCore Running()
    {
        var core = running();
        return core.Failure is { } failure ? throw failure : core;
    }
}
