namespace Planner.Core.Plans;

/// <summary>
/// Links tasks across specialists: a task comes after those of an earlier specialist that write the same table or file or change
/// the same endpoint; where it shares nothing with a specialist that it directly builds on, after those that serve the same criterion;
/// and a task that modifies a file comes after the one that adds it. No link is made that would close a circle.
/// </summary>
internal static class Prerequisites
{
    public static void AddTo(WorkDraft draft, PlanInputs inputs)
    {
        var panel = inputs.Opinions.Select(o => o.Specialist).ToList();
        var graph = draft.Graph();
        graph.Order();
        var uses = draft.Tasks.ToDictionary(t => t.Id, t => new Footprint(t, inputs.Opinions), StringComparer.Ordinal);
        foreach (var task in draft.Tasks)
        {
            foreach (var earlier in Earlier(task, draft.Tasks, panel, uses, inputs).Where(e => e.Id != task.Id && !graph.ComesAfter(e.Id, task.Id) && !graph.ComesAfter(task.Id, e.Id)))
            {
                graph.Add(task.Id, earlier.Id);
                draft.Depend(task.Id, earlier.Id);
            }
        }
    }

    private static IEnumerable<PlanTask> Earlier(PlanTask task, IReadOnlyList<PlanTask> all, List<string> panel, Dictionary<string, Footprint> uses, PlanInputs inputs)
    {
        var added = all.Where(a => Adds(a, task));
        var place = panel.IndexOf(task.Area);
        var across = panel.Take(Math.Max(place, 0)).SelectMany(area => Of(area, task, all, uses, inputs));
        return added.Concat(across).DistinctBy(t => t.Id);
    }

    private static List<PlanTask> Of(string area, PlanTask task, IReadOnlyList<PlanTask> all, Dictionary<string, Footprint> uses, PlanInputs inputs)
    {
        var theirs = all.Where(t => t.Area == area).ToList();
        var shared = theirs.Where(t => uses[task.Id].Meets(uses[t.Id])).ToList();
        var buildsOn = inputs.Panel.Any(s => s.Name == task.Area && s.After.Contains(area, StringComparer.Ordinal));
        return shared.Count > 0 || !buildsOn
            ? shared
            : [.. theirs.Where(t => t.Satisfies.Intersect(task.Satisfies, StringComparer.Ordinal).Any())];
    }

    private static bool Adds(PlanTask earlier, PlanTask task) =>
        task.Files.Any(f => f.Change != ChangeKind.Add && earlier.Files.Any(e => e.Change == ChangeKind.Add && e.Path == f.Path));
}
