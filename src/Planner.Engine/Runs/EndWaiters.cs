using System.Collections.Concurrent;
using Planner.Durability;

namespace Planner.Engine.Runs;

/// <summary>Callers who wait for runs to end.</summary>
internal sealed class EndWaiters
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<RunInfo>> waiters = new(StringComparer.Ordinal);
    private Exception? failure;

    /// <summary>Completes when the run's end is reported after this call.</summary>
    public Task<RunInfo> For(string id)
    {
        var waiter = waiters.GetOrAdd(id, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (failure is not null)
        {
            waiter.TrySetException(failure);
        }

        return waiter.Task;
    }

    public void Report(RunInfo ended)
    {
        if (waiters.TryRemove(ended.InstanceId, out var waiter))
        {
            waiter.TrySetResult(ended);
        }
    }

    public void Fail(Exception cause)
    {
        failure = cause;
        foreach (var (_, waiter) in waiters)
        {
            waiter.TrySetException(cause);
        }
    }
}
