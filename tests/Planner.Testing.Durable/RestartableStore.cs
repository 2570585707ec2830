using System.Collections.Concurrent;
using DurableTask.Core;
using Microsoft.DurableTask.Testing.Sidecar;

namespace Planner.Testing.Durable;

/// <summary>
/// Durable Task's store in memory, with what it lacks: what a host had taken when it went is given to the next, as stores on a
/// disk do by locks that run out; and more work at once than there are processors, since a host that is full looks for more only
/// twice a second.
/// </summary>
internal sealed class RestartableStore(Action<OrchestrationRuntimeState>? turnEnded) : InMemoryOrchestrationService(null), IOrchestrationService
{
    private const int WorkAtOnce = 1_000;
    private readonly ConcurrentDictionary<TaskOrchestrationWorkItem, bool> turns = new();
    private readonly ConcurrentDictionary<TaskActivityWorkItem, bool> activities = new();

    /// <summary>Takes back what the host that has stopped did not finish.</summary>
    public async Task Reclaim()
    {
        foreach (var turn in turns.Keys.Where(turn => turns.TryRemove(turn, out _)))
        {
            await AbandonTaskOrchestrationWorkItemAsync(turn);
            await ReleaseTaskOrchestrationWorkItemAsync(turn);
        }

        foreach (var activity in activities.Keys.Where(activity => activities.TryRemove(activity, out _)))
        {
            await AbandonTaskActivityWorkItemAsync(activity);
        }
    }

    int IOrchestrationService.MaxConcurrentTaskOrchestrationWorkItems => WorkAtOnce;

    int IOrchestrationService.MaxConcurrentTaskActivityWorkItems => WorkAtOnce;

    async Task<TaskOrchestrationWorkItem> IOrchestrationService.LockNextTaskOrchestrationWorkItemAsync(
        TimeSpan receiveTimeout,
        CancellationToken cancellationToken)
    {
        var turn = await LockNextTaskOrchestrationWorkItemAsync(receiveTimeout, cancellationToken);
        turns.TryAdd(turn, true);
        return turn;
    }

    async Task<TaskActivityWorkItem> IOrchestrationService.LockNextTaskActivityWorkItem(TimeSpan receiveTimeout, CancellationToken cancellationToken)
    {
        var activity = await LockNextTaskActivityWorkItem(receiveTimeout, cancellationToken);
        activities.TryAdd(activity, true);
        return activity;
    }

    Task IOrchestrationService.CompleteTaskOrchestrationWorkItemAsync(
        TaskOrchestrationWorkItem workItem,
        OrchestrationRuntimeState newOrchestrationRuntimeState,
        IList<TaskMessage> outboundMessages,
        IList<TaskMessage> orchestratorMessages,
        IList<TaskMessage> timerMessages,
        TaskMessage continuedAsNewMessage,
        OrchestrationState orchestrationState)
    {
        if (!turns.ContainsKey(workItem))
        {
            return Task.CompletedTask;
        }

        turnEnded?.Invoke(newOrchestrationRuntimeState);
        return CompleteTaskOrchestrationWorkItemAsync(
            workItem, newOrchestrationRuntimeState, outboundMessages, orchestratorMessages, timerMessages, continuedAsNewMessage, orchestrationState);
    }

    Task IOrchestrationService.AbandonTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem) =>
        turns.ContainsKey(workItem) ? AbandonTaskOrchestrationWorkItemAsync(workItem) : Task.CompletedTask;

    Task IOrchestrationService.ReleaseTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem) =>
        turns.TryRemove(workItem, out _) ? ReleaseTaskOrchestrationWorkItemAsync(workItem) : Task.CompletedTask;

    Task IOrchestrationService.CompleteTaskActivityWorkItemAsync(TaskActivityWorkItem workItem, TaskMessage responseMessage) =>
        activities.TryRemove(workItem, out _) ? CompleteTaskActivityWorkItemAsync(workItem, responseMessage) : Task.CompletedTask;

    Task IOrchestrationService.AbandonTaskActivityWorkItemAsync(TaskActivityWorkItem workItem) =>
        activities.TryRemove(workItem, out _) ? AbandonTaskActivityWorkItemAsync(workItem) : Task.CompletedTask;
}
