using System.Collections.Concurrent;
using System.Text;
using DurableTask.Core;
using DurableTask.Core.Serializing;

namespace Planner.Testing.Durable;

/// <summary>
/// How large the histories of runs are: their events as Durable Task writes them in JSON with the names of types, which is more
/// than its stores keep.
/// </summary>
internal sealed class HistorySizes
{
    private readonly ConcurrentDictionary<(string Run, string Execution), HistorySize> sizes = new();

    /// <summary>A run's whole history so far, all its executions together where it continued as new.</summary>
    public HistorySize Of(string run) =>
        sizes.Where(s => s.Key.Run == run).Select(s => s.Value).Aggregate(new HistorySize(0, 0), (a, b) => new(a.Events + b.Events, a.Bytes + b.Bytes));

    /// <summary>For <see cref="TaskHubs.InMemory"/>: measures what a turn leaves behind.</summary>
    public void TurnEnded(OrchestrationRuntimeState state) => sizes[(state.OrchestrationInstance!.InstanceId, state.OrchestrationInstance.ExecutionId ?? "")] =
        new(state.Events.Count, state.Events.Sum(e => (long)Encoding.UTF8.GetByteCount(JsonDataConverter.Default.Serialize(e))));
}

/// <summary>The size of a history.</summary>
internal sealed record HistorySize(int Events, long Bytes);
