using Planner.Core.Text.Graphs;
using Planner.Core.Tickets.Epics;

namespace Planner.Core.Plans.Stories;

/// <summary>The plan of an epic, story by story.</summary>
/// <param name="Stories">All of the map, in its order.</param>
/// <param name="Waves">Those with tasks in layers: each stands one above the highest of what it needs, and not below what it shares files with.</param>
/// <param name="Circles">Keys of stories that wait for each other; they stand in one wave.</param>
public sealed record StoryPlan(IReadOnlyList<PlannedStory> Stories, IReadOnlyList<StoryWave> Waves, IReadOnlyList<IReadOnlyList<string>> Circles)
{
    /// <summary>Null for a ticket without children.</summary>
    public static StoryPlan? Of(Plan plan)
    {
        if (plan.Map is not { Stories.Count: > 0 } map)
        {
            return null;
        }

        var due = plan.Tasks.Where(t => !t.Contingent && t.Story is not null).ToLookup(t => t.Story!, StringComparer.Ordinal);
        var edges = new StoryEdges(plan);
        var needs = map.Stories.ToDictionary(s => s.Key, s => edges.Of(s), StringComparer.Ordinal);
        var built = map.Stories.Select(s => s.Key).Where(k => due[k].Any()).ToList();
        var circles = StoryCycles.Of(built, k => Before(needs[k], built));
        var waves = Levels(built, needs, circles);
        var stories = map.Stories.Select(s => new PlannedStory(
            s,
            [.. plan.Criteria.Items.Where(c => c.Story == s.Key).Select(c => c.Id)],
            [.. due[s.Key].OrderBy(t => t.Wave).ThenBy(t => t.Id, IdOrder.Numbers)],
            [.. needs[s.Key].Where(n => !n.IsSharing)],
            waves.TryGetValue(s.Key, out var wave) ? wave : null)).ToList();
        return new(
            stories,
            [.. stories.Where(s => s.Wave is not null).GroupBy(s => s.Wave!.Value).OrderBy(g => g.Key).Select(g => new StoryWave(g.Key, [.. g]))],
            circles);
    }

    /// <summary>Files that stories of a wave both write; the tasks are parted by the waves of tasks.</summary>
    public static IReadOnlyList<SharedFile> Shared(StoryWave wave) =>
        [.. wave.Stories.SelectMany(s => s.Tasks).SelectMany(t => t.Files.Select(f => (f.Path, Task: t)))
            .GroupBy(f => f.Path, StringComparer.Ordinal)
            .Where(g => g.Select(f => f.Task.Story).Distinct(StringComparer.Ordinal).Count() > 1)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new SharedFile(g.Key, [.. g.Select(f => f.Task).Distinct().OrderBy(t => t.Wave).ThenBy(t => t.Id, IdOrder.Numbers)]))];

    private static IEnumerable<string> Before(IReadOnlyList<StoryEdge> needs, List<string> built) =>
        needs.Select(n => n.On).Where(k => built.Contains(k, StringComparer.Ordinal));

    /// <summary>A circle counts as one story, so that the layers exist.</summary>
    private static Dictionary<string, int> Levels(
        List<string> built,
        Dictionary<string, IReadOnlyList<StoryEdge>> needs,
        IReadOnlyList<IReadOnlyList<string>> circles)
    {
        var head = built.ToDictionary(k => k, k => circles.FirstOrDefault(c => c.Contains(k, StringComparer.Ordinal))?[0] ?? k, StringComparer.Ordinal);
        var edges = built.SelectMany(k => needs[k].Where(n => head.ContainsKey(n.On)).Select(n => (Later: head[k], Earlier: head[n.On], n.IsSharing)))
            .Where(e => e.Later != e.Earlier)
            .ToLookup(e => e.Later, StringComparer.Ordinal);
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in new DependencyGraph(head.Values.Distinct(StringComparer.Ordinal), h => edges[h].Select(e => e.Earlier)).Order())
        {
            levels[one] = edges[one].Select(e => levels[e.Earlier] + (e.IsSharing ? 0 : 1)).DefaultIfEmpty(1).Max();
        }

        return built.ToDictionary(k => k, k => levels[head[k]], StringComparer.Ordinal);
    }
}
