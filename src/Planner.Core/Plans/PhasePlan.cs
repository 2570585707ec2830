using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Core.Text.Graphs;
using Planner.Core.Tickets;

namespace Planner.Core.Plans;

/// <summary>Phases keep their numbers; one without tasks is left out.</summary>
internal static class PhasePlan
{
    public const int Preparation = (int)WorkPhase.Preparation;
    public const int Data = (int)WorkPhase.Data;
    public const int BusinessLogic = (int)WorkPhase.Logic;
    public const int Interfaces = (int)WorkPhase.Interfaces;
    public const int Quality = (int)WorkPhase.Quality;
    public const int Rollout = (int)WorkPhase.Rollout;

    private static readonly string[] Titles = ["Preparation", "Data", "Business logic", "Interfaces", "Quality", "Rollout"];

    /// <summary>
    /// The phase of each task: that of its specialist, but never before that of a task it depends on. What another story of an epic does
    /// before does not count, else all work of a late story would be in the last phase.
    /// </summary>
    public static Dictionary<string, int> Numbers(IReadOnlyList<PlanTask> tasks, DependencyGraph graph, IReadOnlyList<PanelSeat> panel)
    {
        var byId = tasks.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var phases = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in graph.Order())
        {
            phases[id] = graph.Before(id).Where(b => !StoryLinks.AreApart(byId[b], byId[id])).Select(b => phases[b]).Append(Home(byId[id], panel)).Max();
        }

        return phases;
    }

    public static IReadOnlyList<Phase> Phases(IReadOnlyList<PlanTask> tasks, FrozenCriteria criteria) =>
        [.. tasks.GroupBy(t => t.Phase).OrderBy(g => g.Key).Select(g => Phase(g.Key, [.. g], tasks, criteria))];

    private static Phase Phase(int number, List<PlanTask> own, IReadOnlyList<PlanTask> all, FrozenCriteria criteria)
    {
        var finished = criteria.Items.Where(c => LastPhase(c, all) == number).Select(c => $"{c.Id} holds in full.");
        var byHand = own.Where(t => !t.Contingent && t.Verification.Count == 0).Select(t => t.Id).ToList();
        var looked = byHand.Count == 0 ? Array.Empty<string>() : [$"What is verified by hand in {string.Join(", ", byHand)} holds."];
        return new(
            number,
            Titles[number],
            [.. own.Select(t => t.Id)],
            [.. own.SelectMany(t => t.Verification).Distinct(StringComparer.Ordinal)],
            [.. looked.Concat(finished).Distinct(StringComparer.Ordinal)]);
    }

    private static int LastPhase(AcceptanceCriterion criterion, IReadOnlyList<PlanTask> tasks) =>
        tasks.Where(t => t.Satisfies.Contains(criterion.Id, StringComparer.Ordinal)).Select(t => t.Phase).DefaultIfEmpty(-1).Max();

    private static int Home(PlanTask task, IReadOnlyList<PanelSeat> panel) =>
        task.Area == WorkDraft.OwnArea ? task.Phase : (int)panel.Named(task.Area).Phase;
}
