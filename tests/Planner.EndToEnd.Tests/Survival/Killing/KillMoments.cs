namespace Planner.EndToEnd.Tests.Survival.Killing;

/// <summary>Moments as parts of a run's time, from 0 to 1, in order.</summary>
internal static class KillMoments
{
    /// <summary>Spread evenly; with a seed each moment lies somewhere in its slot, else in the middle.</summary>
    public static IReadOnlyList<double> Spread(int count, int? seed)
    {
        // The seed makes a failing series repeatable; nothing here is a secret.
#pragma warning disable CA5394
        var random = seed is { } given ? new Random(given) : null;
        return [.. Enumerable.Range(0, count).Select(slot => (slot + (random?.NextDouble() ?? 0.5)) / count)];
#pragma warning restore CA5394
    }
}
