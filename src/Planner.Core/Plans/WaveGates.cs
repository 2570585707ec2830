using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>Waves with what must hold before the next one starts.</summary>
internal static class WaveGates
{
    public static IReadOnlyList<Wave> Waves(IReadOnlyList<PlanTask> tasks) =>
        [.. tasks.GroupBy(t => t.Wave).OrderBy(g => g.Key).Select(g => new Wave(g.Key, [.. g.Select(t => t.Id)], Gate([.. g])))];

    /// <summary>Commands first, then what a person looks at where a task has no command.</summary>
    private static List<string> Gate(List<PlanTask> tasks) =>
        [.. tasks.SelectMany(t => t.Verification)
            .Concat(tasks.Where(t => t.Verification.Count == 0).Select(t => t.ManualVerification).OfType<string>())
            .Distinct(StringComparer.Ordinal)];
}
