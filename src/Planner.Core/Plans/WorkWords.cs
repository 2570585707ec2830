using System.Globalization;
using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>How much work a plan is, in words.</summary>
internal static class WorkWords
{
    /// <summary>Like "12 tasks in 4 waves, 20 to 61 hours, most likely 34".</summary>
    public static string Of(int tasks, int waves, Effort total) =>
        $"{Count(tasks, "task")} in {Count(waves, "wave")}, {Hours(total.Optimistic)} to {Hours(total.Pessimistic)} hours, most likely {Hours(total.Likely)}";

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count.ToString(CultureInfo.InvariantCulture)} {noun}s";

    private static string Hours(double hours) => hours.ToString("0.#", CultureInfo.InvariantCulture);
}
