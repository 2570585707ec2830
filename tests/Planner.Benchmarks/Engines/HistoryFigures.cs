using Planner.Testing.Durable;

namespace Planner.Benchmarks.Engines;

/// <summary>How large the history of a finished plan is on Durable Task, people having answered everything: a feature, and an epic with four stories.</summary>
internal static class HistoryFigures
{
    private const long Most = 256 * 1024;

    /// <summary>Returns the exit code: 0 where all are small enough.</summary>
    public static async Task<int> Print()
    {
        var isSmall = true;
        foreach (var ticket in new[] { "SHOP-101", "SHOP-110" })
        {
            var (size, _) = await PlanHistory.Of(ticket);
            Figure.Print($"history.{ticket}_events", size.Events, "events");
            Figure.Print($"history.{ticket}", size.Bytes / 1024.0, $"KB of {Most / 1024}");
            isSmall &= size.Bytes < Most;
        }

        return isSmall ? 0 : 1;
    }
}
