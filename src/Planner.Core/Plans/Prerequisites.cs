using Planner.Core.Specialists;

namespace Planner.Core.Plans;

/// <summary>
/// Links tasks across specialists: a task comes after those of an earlier specialist that touch the same table, file or endpoint;
/// where it shares nothing with a specialist that it directly builds on, after those that serve the same criterion; and a task that
/// modifies a file comes after the one that adds it. Pipelines meet other parts in tables only, so a criterion alone orders none of them.
/// No link is made that would close a circle, or that follows from others.
/// </summary>
internal sealed class Prerequisites
{
    private readonly WorkDraft _draft;
    private readonly PlanInputs _inputs;
    private readonly List<Opinion> _panel;
    private readonly Dictionary<string, Footprint> _uses;
    private readonly DependencyGraph _graph;

    private Prerequisites(WorkDraft draft, PlanInputs inputs)
    {
        _draft = draft;
        _inputs = inputs;
        _panel = [.. inputs.Opinions];
        _uses = draft.Tasks.ToDictionary(t => t.Id, t => new Footprint(t, inputs.Opinions), StringComparer.Ordinal);
        _graph = draft.Graph();
    }

    public static void AddTo(WorkDraft draft, PlanInputs inputs) => new Prerequisites(draft, inputs).Link();

    private void Link()
    {
        _graph.Order();
        var links = new List<(string Task, string Earlier)>();
        foreach (var task in _draft.Tasks)
        {
            foreach (var earlier in Earlier(task).Where(e => e.Id != task.Id && !_graph.ComesAfter(e.Id, task.Id) && !_graph.ComesAfter(task.Id, e.Id)))
            {
                _graph.Add(task.Id, earlier.Id);
                links.Add((task.Id, earlier.Id));
            }
        }

        foreach (var (task, earlier) in links.Where(l => !_graph.Before(l.Task).Any(b => b != l.Earlier && _graph.ComesAfter(b, l.Earlier))))
        {
            _draft.Depend(task, earlier);
        }
    }

    private IEnumerable<PlanTask> Earlier(PlanTask task)
    {
        var place = _panel.FindIndex(o => o.Specialist == task.Area);
        return _draft.Tasks.Where(a => Adds(a, task))
            .Concat(_panel.Take(Math.Max(place, 0)).SelectMany(o => Of(o, task)))
            .DistinctBy(t => t.Id);
    }

    private List<PlanTask> Of(Opinion earlier, PlanTask task)
    {
        var theirs = _draft.Tasks.Where(t => t.Area == earlier.Specialist).ToList();
        var shared = theirs.Where(t => _uses[task.Id].Meets(_uses[t.Id])).ToList();
        var buildsOn = earlier.Pipelines is null && _inputs.Panel.Any(s => s.Name == task.Area && s.After.Contains(earlier.Specialist, StringComparer.Ordinal));
        return shared.Count > 0 || !buildsOn
            ? shared
            : [.. theirs.Where(t => t.Satisfies.Intersect(task.Satisfies, StringComparer.Ordinal).Any())];
    }

    private static bool Adds(PlanTask earlier, PlanTask task) =>
        task.Files.Any(f => f.Change != ChangeKind.Add && earlier.Files.Any(e => e.Change == ChangeKind.Add && e.Path == f.Path));
}
