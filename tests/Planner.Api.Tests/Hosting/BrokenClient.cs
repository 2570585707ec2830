using Planner.Durability;

namespace Planner.Api.Tests.Hosting;

/// <summary>An engine that fails at every call, with words that must not get out.</summary>
internal sealed class BrokenClient : IWorkflowClient
{
    public const string Inside = "/srv/secret/engine.db is locked";

    public Task<bool> Start<TIn, TOut>(Workflow<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation = default) => throw Fault();

    public Task<bool> Raise<T>(string instanceId, Signal<T> signal, T payload, CancellationToken cancellation = default) => throw Fault();

    public Task<RunInfo?> Get(string instanceId, CancellationToken cancellation = default) => throw Fault();

    public Task<RunPage> List(RunQuery query, CancellationToken cancellation = default) => throw Fault();

    public Task<RunInfo> WaitForEnd(string instanceId, CancellationToken cancellation = default) => throw Fault();

    public Task Suspend(string instanceId, string reason, CancellationToken cancellation = default) => throw Fault();

    public Task Resume(string instanceId, string reason, CancellationToken cancellation = default) => throw Fault();

    public Task Terminate(string instanceId, Termination why, CancellationToken cancellation = default) => throw Fault();

    public Task<bool> Purge(string instanceId, CancellationToken cancellation = default) => throw Fault();

    private static InvalidOperationException Fault() => new(Inside);
}
