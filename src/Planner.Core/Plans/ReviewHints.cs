using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Paths;

namespace Planner.Core.Plans;

/// <summary>Files that nearly always change together with one that a task changes, and that no task changes: whoever does the task looks at them.</summary>
internal static class ReviewHints
{
    /// <summary>More than two are a list that nobody reads.</summary>
    private const int Most = 2;

    public static IReadOnlyList<PlanTask> In(IReadOnlyList<PlanTask> tasks, TicketHistory history)
    {
        var planned = tasks.SelectMany(t => t.Files).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        return history.Bonds.Count == 0
            ? tasks
            : [.. tasks.Select(t => t with { Lookouts = [.. Of(t, history.Bonds.Where(b => !planned.Contains(b.Path) && !told.Contains(b.Path)), told)] })];
    }

    private static List<string> Of(PlanTask task, IEnumerable<Companion> bonds, HashSet<string> told)
    {
        var own = task.Files.Where(f => f.Change == ChangeKind.Modify).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var found = bonds.Where(b => own.Contains(b.With))
            .DistinctBy(b => b.Path)
            .OrderByDescending(b => b.Times)
            .ThenBy(b => b.Path, StringComparer.Ordinal)
            .Take(Most)
            .ToList();
        told.UnionWith(found.Select(b => b.Path));
        return [.. found.Select(b =>
            $"`{b.Path}` changed in {b.Times} of the {b.Of} commits that changed `{PathParts.Name(b.With)}`; no task changes it. "
                + $"See whether it must change here too.")];
    }
}
