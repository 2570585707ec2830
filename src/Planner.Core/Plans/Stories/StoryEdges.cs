using Planner.Core.Opinions;
using Planner.Core.Tickets;

namespace Planner.Core.Plans.Stories;

/// <summary>What stories come after: as the map says, and as their tasks wait for each other.</summary>
internal sealed class StoryEdges
{
    private readonly Dictionary<string, PlanTask> byId;
    private readonly HashSet<string> meeting;

    public StoryEdges(Plan plan)
    {
        byId = plan.Tasks.Where(t => !t.Contingent).ToDictionary(t => t.Id, StringComparer.Ordinal);
        meeting = plan.Grounding.Inventory.Paths.Concat(plan.Tests.Select(t => t.File).OfType<string>()).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Those that are said, then those that follow from tasks, then shared files; each story once.</summary>
    public IReadOnlyList<StoryEdge> Of(Story story)
    {
        var said = story.Needs.Select(n => new StoryEdge(n.Key, n.Why, IsSaid: true));
        var worked = byId.Values.Where(t => t.Story == story.Key).SelectMany(Waiting);
        return [.. said.Concat(worked.OrderBy(e => e.IsSharing)).DistinctBy(e => e.On, StringComparer.Ordinal)];
    }

    private IEnumerable<StoryEdge> Waiting(PlanTask task)
    {
        foreach (var earlier in Reached(task).Where(e => e.Story != task.Story))
        {
            yield return new(earlier.Story!, $"{task.Id} waits for {earlier.Id}", IsSaid: false) { IsSharing = OnlyMeetInFiles(task, earlier) };
        }
    }

    /// <summary>Tasks of stories that come directly before, also behind tasks that belong to no story.</summary>
    private List<PlanTask> Reached(PlanTask task)
    {
        var found = new List<PlanTask>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = new Stack<string>(task.DependsOn);
        while (left.TryPop(out var id))
        {
            if (!seen.Add(id) || !byId.TryGetValue(id, out var earlier))
            {
                continue;
            }

            if (earlier.Story is null)
            {
                earlier.DependsOn.ToList().ForEach(left.Push);
            }
            else
            {
                found.Add(earlier);
            }
        }

        return [.. found.OrderBy(t => t.Id, IdOrder.Numbers)];
    }

    /// <summary>Both write a file that is there or holds tests: they must not do so at once, and neither needs what the other does.</summary>
    private bool OnlyMeetInFiles(PlanTask task, PlanTask earlier)
    {
        var shared = task.Files.Select(f => f.Path).Intersect(earlier.Files.Select(f => f.Path), StringComparer.Ordinal).ToList();
        return task.DependsOn.Contains(earlier.Id, StringComparer.Ordinal)
            && shared.Count > 0
            && shared.TrueForAll(meeting.Contains)
            && !task.Tables.Intersect(earlier.Tables, StringComparer.Ordinal).Any();
    }
}
