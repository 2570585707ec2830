using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Planner.Functions.Tests.Durable;

/// <summary>A task hub of many orchestrations in memory that lists in the order of ids, as Azure Storage does, and counts what is read.</summary>
internal sealed class CountingClient() : DurableTaskClient("counting")
{
    private readonly SortedDictionary<string, OrchestrationMetadata> instances = new(StringComparer.Ordinal);

    /// <summary>Instances that were handed out by listings.</summary>
    public int Listed { get; private set; }

    /// <summary>Requests: pages of listings and single instances.</summary>
    public int Requests { get; private set; }

    public void Add(OrchestrationMetadata metadata) => instances[metadata.InstanceId] = metadata;

    public void Reset() => (Listed, Requests) = (0, 0);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        Pageable.Create((token, size, _) => Task.FromResult(Page(filter!, token, size ?? filter!.PageSize)));

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default)
    {
        Requests++;
        return Task.FromResult(instances.GetValueOrDefault(instanceId));
    }

    public override ValueTask DisposeAsync() => default;

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    private Page<OrchestrationMetadata> Page(OrchestrationQuery filter, string? token, int size)
    {
        Requests++;
        var statuses = filter.Statuses?.ToHashSet();
        var found = instances.Values
            .Where(m => token is null || string.CompareOrdinal(m.InstanceId, token) > 0)
            .Where(m => statuses?.Contains(m.RuntimeStatus) != false && m.InstanceId.StartsWith(filter.InstanceIdPrefix ?? "", StringComparison.Ordinal))
            .Where(m => !(m.CreatedAt < filter.CreatedFrom) && !(m.CreatedAt > filter.CreatedTo))
            .Take(size)
            .ToList();
        Listed += found.Count;
        return new Page<OrchestrationMetadata>(found, found.Count == size ? found[^1].InstanceId : null);
    }
}
