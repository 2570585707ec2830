using Planner.Core.Opinions;
using Planner.Core.Text.Graphs;
using Planner.Core.Tickets;
using Planner.Core.Tickets.Epics;

namespace Planner.Core.Plans;

/// <summary>
/// Links tasks of different stories. A story that needs another one begins when the criteria of that one are built; else tasks are linked only
/// where they write the same file or table or one makes what the other changes, and then the story that comes first goes first.
/// </summary>
internal sealed class StoryLinks(IReadOnlyList<PlanTask> tasks, DependencyGraph graph, StoryMap? map)
{
    /// <summary>True for tasks of two stories.</summary>
    public static bool AreApart(PlanTask a, PlanTask b) => a.Story is not null && b.Story is not null && a.Story != b.Story;

    /// <param name="link">Links a task to one before it, unless that would close a circle.</param>
    public void Add(Action<string, string> link)
    {
        if (map is null)
        {
            return;
        }

        var order = StoryOrder.Of(map);
        foreach (var later in order)
        {
            var needs = map.Planned.First(s => s.Key == later).Needs.Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var earlier in order.TakeWhile(k => k != later).Where(needs.Contains))
            {
                Follow(later, earlier, link);
            }
        }

        foreach (var (later, earlier) in Meeting(order))
        {
            link(later, earlier);
        }
    }

    private void Follow(string later, string earlier, Action<string, string> link)
    {
        var all = Of(earlier);
        var before = all.Where(ServesCriteria).ToList() is { Count: > 0 } serving ? serving : all;
        var last = before.Where(t => !before.Exists(o => graph.Before(o.Id).Contains(t.Id, StringComparer.Ordinal))).ToList();
        var after = Of(later);
        var ids = after.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var first in after.Where(t => !graph.Before(t.Id).Any(ids.Contains)))
        {
            last.ForEach(l => link(first.Id, l.Id));
        }
    }

    private IEnumerable<(string Later, string Earlier)> Meeting(IReadOnlyList<string> order) =>
        from laterAt in Enumerable.Range(0, order.Count)
        from earlier in order.Take(laterAt)
        from later in Of(order[laterAt])
        from one in Of(earlier)
        let makes = Prerequisites.Adds(later, one)
        where makes || Prerequisites.Adds(one, later) || WriteConflicts.Between(later, one)
        select makes ? (one.Id, later.Id) : (later.Id, one.Id);

    /// <summary>What only answers a risk, like a measurement, need not be done before the next story begins.</summary>
    public static bool ServesCriteria(PlanTask task) => task.Satisfies.Any(s => s.StartsWith("AC", StringComparison.Ordinal));

    private List<PlanTask> Of(string story) => [.. tasks.Where(t => t.Story == story)];
}
