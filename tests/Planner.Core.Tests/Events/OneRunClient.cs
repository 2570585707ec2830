using Planner.Durability;

namespace Planner.Core.Tests.Events;

/// <summary>An engine with one run, which a test changes as it likes.</summary>
internal sealed class OneRunClient(RunInfo run) : IWorkflowClient
{
    public RunInfo Run { get; set; } = run;

    public Task<RunInfo?> Get(string instanceId, CancellationToken cancellation = default) => Task.FromResult(instanceId == Run.InstanceId ? Run : null);

    public Task<RunPage> List(RunQuery query, CancellationToken cancellation = default) =>
        Task.FromResult(new RunPage(query.Statuses is null || query.Statuses.Contains(Run.Status) ? [Run] : [], null));

    public Task<bool> Raise<T>(string instanceId, Signal<T> signal, T payload, CancellationToken cancellation = default) => Task.FromResult(true);

    public Task<bool> Start<TIn, TOut>(Workflow<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<RunInfo> WaitForEnd(string instanceId, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task Suspend(string instanceId, string reason, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task Resume(string instanceId, string reason, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task Terminate(string instanceId, Termination why, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<bool> Purge(string instanceId, CancellationToken cancellation = default) => throw new NotSupportedException();
}
