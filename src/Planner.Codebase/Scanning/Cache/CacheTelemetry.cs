using System.Diagnostics.Metrics;
using Planner.Durability.Telemetry;

namespace Planner.Codebase.Scanning.Cache;

/// <summary>Look-ups in caches.</summary>
internal static class CacheTelemetry
{
    private static readonly Counter<long> Lookups =
        PlannerTelemetry.Meter.CreateCounter<long>(MetricNames.CacheLookups, "{lookup}", "Look-ups of what was read before.");

    /// <summary>Counts one.</summary>
    public static void LookedUp(string cache, bool isHit)
    {
        if (Lookups.Enabled)
        {
            Lookups.Add(1, new KeyValuePair<string, object?>(TagNames.Cache, cache), new KeyValuePair<string, object?>(TagNames.CacheHit, isHit));
        }
    }
}
