using Planner.Durability;

namespace Planner.Core.Tests.Planning.Control;

/// <summary>An engine that only lists, gets and purges.</summary>
internal sealed class RunListClient(params RunInfo[] runs) : IWorkflowClient
{
    private readonly List<RunInfo> all = [.. runs];

    public IEnumerable<string> Left => all.Select(r => r.InstanceId);

    /// <summary>Fails instead of purging this one.</summary>
    public string? Stubborn { get; init; }

    public Task<RunInfo?> Get(string instanceId, CancellationToken cancellation = default) =>
        Task.FromResult(all.FirstOrDefault(r => r.InstanceId == instanceId));

    public Task<RunPage> List(RunQuery query, CancellationToken cancellation = default)
    {
        var skip = query.Cursor is { } cursor ? all.FindIndex(r => r.InstanceId == cursor) + 1 : 0;
        var found = all.Skip(skip)
            .Where(r => query.Statuses!.Contains(r.Status)
                && r.InstanceId.StartsWith(query.IdPrefix ?? "", StringComparison.Ordinal)
                && !(r.CreatedAt >= query.CreatedBefore))
            .ToList();
        return Task.FromResult(new RunPage([.. found.Take(query.PageSize)], found.Count > query.PageSize ? found[query.PageSize - 1].InstanceId : null));
    }

    public Task<bool> Purge(string instanceId, CancellationToken cancellation = default) =>
        instanceId == Stubborn ? throw new InvalidOperationException("not now") : Task.FromResult(all.RemoveAll(r => r.InstanceId == instanceId) > 0);

    public Task<bool> Start<TIn, TOut>(Workflow<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<bool> Raise<T>(string instanceId, Signal<T> signal, T payload, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<RunInfo> WaitForEnd(string instanceId, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task Suspend(string instanceId, string reason, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task Resume(string instanceId, string reason, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task Terminate(string instanceId, Termination why, CancellationToken cancellation = default) => throw new NotSupportedException();
}
