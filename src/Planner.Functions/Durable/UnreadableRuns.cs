using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Planner.Functions.Durable;

/// <summary>Orchestrations under a name of ours that nobody of ours started: they are passed over, counted, and logged once each.</summary>
internal sealed class UnreadableRuns(ILogger<UnreadableRuns> logger)
{
    // So many are remembered; whoever floods the hub is logged no more than that.
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);

    /// <summary>How many this process met.</summary>
    public int Count => known.Count;

    public bool IsKnown(string instanceId) => known.ContainsKey(instanceId);

    public void Report(string instanceId, string workflow)
    {
        if (known.Count < Most && known.TryAdd(instanceId, true))
        {
            Log.Unreadable(logger, instanceId, workflow, known.Count);
        }
    }
}
