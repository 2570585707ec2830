using Planner.Durability;
using Planner.Engine;
using Planner.Engine.History;
using Planner.Engine.Storage;

namespace Planner.Conformance.Crashing;

/// <summary>
/// A store that stops accepting after so many history events, as if the process had died there: what was accepted is
/// durable, and no later call succeeds. A change that crosses the limit is cut in two, which is harsher than a real
/// store, where it is all or nothing; so each single event is a place to crash.
/// </summary>
public sealed class CrashingStore(IHistoryStore inner, int acceptedEvents) : IHistoryStore
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int accepted;

    /// <summary>Completes when the first event is refused.</summary>
    public Task Crashed => crashed.Task;

    /// <summary>Events accepted so far.</summary>
    public int Accepted => accepted;

    /// <inheritdoc/>
    public Task Commit(IReadOnlyList<RunChange> changes)
    {
        lock (gate)
        {
            var events = changes.Sum(change => change.Events.Count);
            if (!crashed.Task.IsCompleted && accepted + events <= acceptedEvents)
            {
                accepted += events;
                return inner.Commit(changes);
            }

            return Crash(changes);
        }
    }

    /// <inheritdoc/>
    public RunRecord? Load(string instanceId) => inner.Load(instanceId);

    /// <inheritdoc/>
    public RunInfo? Find(string instanceId) => inner.Find(instanceId);

    /// <inheritdoc/>
    public bool IsTaken(string instanceId, DateTimeOffset now) => inner.IsTaken(instanceId, now);

    /// <inheritdoc/>
    public RunPage List(RunQuery query) => inner.List(query);

    /// <inheritdoc/>
    public IReadOnlyList<UnfinishedRun> Unfinished() => inner.Unfinished();

    /// <inheritdoc/>
    public Task Purge(string instanceId, DateTimeOffset now, DateTimeOffset markerUntil) =>
        crashed.Task.IsCompleted ? Task.FromException(Failure()) : inner.Purge(instanceId, now, markerUntil);

    private async Task Crash(IReadOnlyList<RunChange> changes)
    {
        var first = !crashed.Task.IsCompleted;
        crashed.TrySetResult();
        if (first && accepted < acceptedEvents && changes is [{ IsReset: false } only])
        {
            var events = only.Events.Take(acceptedEvents - accepted).ToArray();
            accepted = acceptedEvents;
            await inner.Commit([Cut(only, events)]);
        }

        throw Failure();
    }

    // The row tells nothing that the cut history does not: the next host has to look at it at once.
    private static RunChange Cut(RunChange change, HistoryEvent[] events) => change with
    {
        Events = events,
        Wake = DateTimeOffset.MinValue,
        Run = change.Run with { Status = RunStatus.Running, Output = null, Reason = null, SucceededBy = null },
    };

    private static StoreFailedException Failure() => new("The store stopped accepting.", new IOException("crashed by a test"));
}
