using Planner.Core.Opinions;
using Planner.Core.Text.Graphs;

namespace Planner.Core.Plans;

/// <summary>
/// Links tasks across specialists: a task comes after those of an earlier specialist that touch the same table, file or endpoint;
/// where it shares nothing with a specialist that it directly builds on, after those that serve the same criterion; and a task that
/// modifies a file comes after the one that adds it. A model says itself what a task needs and comes after: of its tasks only those are
/// linked besides that write one thing. Pipelines meet other parts in tables only, so a criterion alone orders none of them.
/// Of different stories only those are linked that the stories' order parts, see <see cref="StoryLinks"/>.
/// No link is made that would close a circle, or that follows from others.
/// </summary>
internal sealed class Prerequisites
{
    private readonly WorkDraft draft;
    private readonly PlanInputs inputs;
    private readonly List<Opinion> panel;
    private readonly Dictionary<string, Footprint> uses;
    private readonly DependencyGraph graph;
    private readonly List<(string Task, string Earlier)> links = [];

    private Prerequisites(WorkDraft draft, PlanInputs inputs)
    {
        this.draft = draft;
        this.inputs = inputs;
        panel = [.. inputs.Opinions];
        uses = draft.Tasks.ToDictionary(t => t.Id, t => new Footprint(t, inputs.Opinions), StringComparer.Ordinal);
        graph = draft.Graph();
    }

    /// <param name="draft">The work.</param>
    /// <param name="inputs">All that the plan is made of.</param>
    /// <param name="needs">Tasks with tasks of other stories that provide what they need.</param>
    public static void AddTo(WorkDraft draft, PlanInputs inputs, IReadOnlyList<TaskLink> needs) => new Prerequisites(draft, inputs).Link(needs);

    private void Link(IReadOnlyList<TaskLink> needs)
    {
        graph.Order();
        Contract();
        foreach (var task in draft.Tasks)
        {
            Earlier(task).ToList().ForEach(e => Link(task.Id, e.Id));
        }

        new StoryLinks(draft.Tasks, graph, inputs.Map).Add(Link);
        needs.ToList().ForEach(n => Link(n.Task, n.Earlier));
        foreach (var (task, earlier) in links.Where(l => !graph.Before(l.Task).Any(b => b != l.Earlier && graph.ComesAfter(b, l.Earlier))))
        {
            draft.Depend(task, earlier);
        }
    }

    /// <summary>What the version before still uses is taken away after all that is built.</summary>
    private void Contract()
    {
        var scripts = inputs.Opinions.Designs<SchemaDesign>()
            .SelectMany(d => d.Migrations)
            .Where(m => m.Role == MigrationRole.Contract)
            .Select(m => m.UpPath)
            .ToHashSet(StringComparer.Ordinal);
        var last = draft.Tasks.Where(t => t.Files.Any(f => scripts.Contains(f.Path))).ToList();
        foreach (var task in last)
        {
            draft.Tasks.Where(t => !last.Contains(t) && !t.Contingent && !StoryLinks.AreApart(t, task)).ToList().ForEach(t => Link(task.Id, t.Id));
        }
    }

    private void Link(string task, string earlier)
    {
        if (earlier != task && !graph.ComesAfter(earlier, task) && !graph.ComesAfter(task, earlier))
        {
            graph.Add(task, earlier);
            links.Add((task, earlier));
        }
    }

    private IEnumerable<PlanTask> Earlier(PlanTask task)
    {
        var place = panel.FindIndex(o => o.Specialist == task.Area);
        return draft.Tasks.Where(a => Adds(a, task))
            .Concat(panel.Take(Math.Max(place, 0)).SelectMany(o => Of(o, task)))
            .Where(t => !StoryLinks.AreApart(t, task))
            .DistinctBy(t => t.Id);
    }

    private List<PlanTask> Of(Opinion earlier, PlanTask task)
    {
        var theirs = draft.Tasks.Where(t => t.Area == earlier.Specialist).ToList();
        if (IsOfModel(task.Area) && earlier.Provenance.Kind == ProvenanceKind.Model)
        {
            return theirs.FindAll(t => WriteConflicts.Between(t, task));
        }

        var shared = theirs.Where(t => uses[task.Id].Meets(uses[t.Id])).ToList();
        var buildsOn = earlier.Design<PipelineDesign>() is null
            && inputs.Panel.Any(s => s.Name == task.Area && s.After.Contains(earlier.Specialist, StringComparer.Ordinal));
        return shared.Count > 0 || !buildsOn
            ? shared
            : [.. theirs.Where(t => t.Satisfies.Intersect(task.Satisfies, StringComparer.Ordinal).Any())];
    }

    private bool IsOfModel(string area) => panel.Find(o => o.Specialist == area) is { Provenance.Kind: ProvenanceKind.Model };

    /// <summary>True where the later one changes a file that the earlier one makes.</summary>
    public static bool Adds(PlanTask earlier, PlanTask task) =>
        task.Files.Any(f => f.Change != ChangeKind.Add && earlier.Files.Any(e => e.Change == ChangeKind.Add && e.Path == f.Path));
}
