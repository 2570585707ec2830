using Planner.Core.Opinions;
using Planner.Core.Text.Graphs;

namespace Planner.Core.Plans;

/// <summary>
/// Links tasks across specialists: a task comes after those of an earlier specialist that touch the same table, file or endpoint;
/// where it shares nothing with a specialist that it directly builds on, after those that serve the same criterion; and a task that
/// modifies a file comes after the one that adds it. Pipelines meet other parts in tables only, so a criterion alone orders none of them.
/// Of different stories only those are linked that the stories' order parts, see <see cref="StoryLinks"/>.
/// No link is made that would close a circle, or that follows from others.
/// </summary>
internal sealed class Prerequisites
{
    private readonly WorkDraft _draft;
    private readonly PlanInputs _inputs;
    private readonly List<Opinion> _panel;
    private readonly Dictionary<string, Footprint> _uses;
    private readonly DependencyGraph _graph;
    private readonly List<(string Task, string Earlier)> _links = [];

    private Prerequisites(WorkDraft draft, PlanInputs inputs)
    {
        _draft = draft;
        _inputs = inputs;
        _panel = [.. inputs.Opinions];
        _uses = draft.Tasks.ToDictionary(t => t.Id, t => new Footprint(t, inputs.Opinions), StringComparer.Ordinal);
        _graph = draft.Graph();
    }

    /// <param name="draft">The work.</param>
    /// <param name="inputs">All that the plan is made of.</param>
    /// <param name="needs">Tasks with tasks of other stories that provide what they need.</param>
    public static void AddTo(WorkDraft draft, PlanInputs inputs, IReadOnlyList<TaskLink> needs) => new Prerequisites(draft, inputs).Link(needs);

    private void Link(IReadOnlyList<TaskLink> needs)
    {
        _graph.Order();
        Contract();
        foreach (var task in _draft.Tasks)
        {
            Earlier(task).ToList().ForEach(e => Link(task.Id, e.Id));
        }

        new StoryLinks(_draft.Tasks, _graph, _inputs.Map).Add(Link);
        needs.ToList().ForEach(n => Link(n.Task, n.Earlier));
        foreach (var (task, earlier) in _links.Where(l => !_graph.Before(l.Task).Any(b => b != l.Earlier && _graph.ComesAfter(b, l.Earlier))))
        {
            _draft.Depend(task, earlier);
        }
    }

    /// <summary>What the version before still uses is taken away after all that is built.</summary>
    private void Contract()
    {
        var scripts = _inputs.Opinions.Designs<SchemaDesign>()
            .SelectMany(d => d.Migrations)
            .Where(m => m.Role == MigrationRole.Contract)
            .Select(m => m.UpPath)
            .ToHashSet(StringComparer.Ordinal);
        var last = _draft.Tasks.Where(t => t.Files.Any(f => scripts.Contains(f.Path))).ToList();
        foreach (var task in last)
        {
            _draft.Tasks.Where(t => !last.Contains(t) && !t.Contingent && !StoryLinks.AreApart(t, task)).ToList().ForEach(t => Link(task.Id, t.Id));
        }
    }

    private void Link(string task, string earlier)
    {
        if (earlier != task && !_graph.ComesAfter(earlier, task) && !_graph.ComesAfter(task, earlier))
        {
            _graph.Add(task, earlier);
            _links.Add((task, earlier));
        }
    }

    private IEnumerable<PlanTask> Earlier(PlanTask task)
    {
        var place = _panel.FindIndex(o => o.Specialist == task.Area);
        return _draft.Tasks.Where(a => Adds(a, task))
            .Concat(_panel.Take(Math.Max(place, 0)).SelectMany(o => Of(o, task)))
            .Where(t => !StoryLinks.AreApart(t, task))
            .DistinctBy(t => t.Id);
    }

    private List<PlanTask> Of(Opinion earlier, PlanTask task)
    {
        var theirs = _draft.Tasks.Where(t => t.Area == earlier.Specialist).ToList();
        var shared = theirs.Where(t => _uses[task.Id].Meets(_uses[t.Id])).ToList();
        var buildsOn = earlier.Design<PipelineDesign>() is null
            && _inputs.Panel.Any(s => s.Name == task.Area && s.After.Contains(earlier.Specialist, StringComparer.Ordinal));
        return shared.Count > 0 || !buildsOn
            ? shared
            : [.. theirs.Where(t => t.Satisfies.Intersect(task.Satisfies, StringComparer.Ordinal).Any())];
    }

    /// <summary>True where the later one changes a file that the earlier one makes.</summary>
    public static bool Adds(PlanTask earlier, PlanTask task) =>
        task.Files.Any(f => f.Change != ChangeKind.Add && earlier.Files.Any(e => e.Change == ChangeKind.Add && e.Path == f.Path));
}
