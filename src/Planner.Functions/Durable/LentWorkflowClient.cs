using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>
/// The port's client for all that lives as long as the host. The host gives a client of Durable Task to each function and
/// to nothing else; the function that is at work lends its own.
/// </summary>
internal sealed class LentWorkflowClient : IWorkflowClient
{
    private readonly AsyncLocal<IWorkflowClient?> lent = new();

    private IWorkflowClient Lent => lent.Value
        ?? throw new InvalidOperationException("The function at work has no [DurableClient], or does not lend it: its step needs one.");

    /// <summary>Lends a client to what the caller starts from here on; it ends with the caller's own asynchronous method.</summary>
    public void Lend(IWorkflowClient client) => lent.Value = client;

    public Task<bool> Start<TIn, TOut>(Workflow<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation = default) =>
        Lent.Start(workflow, instanceId, input, cancellation);

    public Task<bool> Raise<T>(string instanceId, Signal<T> signal, T payload, CancellationToken cancellation = default) =>
        Lent.Raise(instanceId, signal, payload, cancellation);

    public Task<RunInfo?> Get(string instanceId, CancellationToken cancellation = default) => Lent.Get(instanceId, cancellation);

    public Task<RunPage> List(RunQuery query, CancellationToken cancellation = default) => Lent.List(query, cancellation);

    public Task<RunInfo> WaitForEnd(string instanceId, CancellationToken cancellation = default) => Lent.WaitForEnd(instanceId, cancellation);

    public Task Suspend(string instanceId, string reason, CancellationToken cancellation = default) => Lent.Suspend(instanceId, reason, cancellation);

    public Task Resume(string instanceId, string reason, CancellationToken cancellation = default) => Lent.Resume(instanceId, reason, cancellation);

    public Task Terminate(string instanceId, Termination why, CancellationToken cancellation = default) => Lent.Terminate(instanceId, why, cancellation);

    public Task<bool> Purge(string instanceId, CancellationToken cancellation = default) => Lent.Purge(instanceId, cancellation);
}
