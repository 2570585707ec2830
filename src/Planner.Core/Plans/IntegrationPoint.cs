using Planner.Core.Opinions;
using Planner.Core.Text.Graphs;

namespace Planner.Core.Plans;

/// <summary>Where the work of two areas meets.</summary>
/// <param name="Later">The task that builds on the other.</param>
/// <param name="Earlier">The task that it builds on.</param>
/// <param name="Things">Files, tables and endpoints that both touch.</param>
/// <param name="Criteria">Where they touch nothing in common: criteria that both serve.</param>
/// <param name="Tests">Tests of the later task that would notice that they do not fit.</param>
public sealed record IntegrationPoint(
    PlanTask Later,
    PlanTask Earlier,
    IReadOnlyList<string> Things,
    IReadOnlyList<string> Criteria,
    IReadOnlyList<string> Tests)
{
    /// <summary>
    /// Every pair of due tasks of different areas, one of which waits for the other and touches the same thing, or directly
    /// builds on it for the same criterion.
    /// </summary>
    public static IReadOnlyList<IntegrationPoint> Of(Plan plan)
    {
        var byId = plan.Tasks.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var graph = new DependencyGraph(plan.Tasks.Select(t => t.Id), id => byId[id].DependsOn);
        var uses = plan.Tasks.ToDictionary(t => t.Id, t => new Footprint(t, plan.Opinions), StringComparer.Ordinal);
        return [.. from later in plan.Tasks.Where(IsWork)
                   from earlier in plan.Tasks.Where(IsWork)
                   where earlier.Area != later.Area && graph.ComesAfter(later.Id, earlier.Id)
                   let things = uses[later.Id].SharedWith(uses[earlier.Id])
                   let criteria = later.DependsOn.Contains(earlier.Id, StringComparer.Ordinal)
                       ? later.Satisfies.Intersect(earlier.Satisfies, StringComparer.Ordinal).ToList()
                       : []
                   where things.Count > 0 || criteria.Count > 0
                   select new IntegrationPoint(later, earlier, things, criteria, later.Tests)];
    }

    private static bool IsWork(PlanTask task) => !task.Contingent && task.Area != WorkDraft.OwnArea;
}
