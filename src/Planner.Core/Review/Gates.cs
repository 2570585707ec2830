using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reports;
using Planner.Core.Text.Graphs;

namespace Planner.Core.Review;

/// <summary>The six gates of the design.</summary>
internal static class Gates
{
    public static IReadOnlyList<Gate> Of(Plan plan, ArtifactSet artifacts, IReadOnlyList<Finding> findings, ReviewOptions options) =>
    [
        new($"Every confidence is {options.ConfidenceThreshold} or more", Confident(plan, options)),
        new("Cross-component dependencies are mapped", Mapped(plan, artifacts, findings)),
        new("Every risk has a mitigation", plan.Risks.All(r => r.Mitigation.Length > 0)),
        new("Estimates have a range", plan.Tasks.Count > 0 && plan.Tasks.All(HasRange)),
        new("Success criteria are measurable", Measurable(plan, findings)),
        new("No check has an error", findings.All(f => f.Severity != Severity.Error)),
    ];

    private static bool Confident(Plan plan, ReviewOptions options)
    {
        var applying = plan.Opinions.Where(o => o.Applies).ToList();
        return applying.Count > 0 && applying.TrueForAll(o => o.Confidence >= options.ConfidenceThreshold);
    }

    /// <summary>
    /// The graph is sound, it is written down where the plan has such a page, and no two areas touch one thing without an order
    /// between them.
    /// </summary>
    private static bool Mapped(Plan plan, ArtifactSet artifacts, IReadOnlyList<Finding> findings)
    {
        const string Page = "dependencies.md";
        if (findings.Any(f => f.Severity == Severity.Error && f.Code.StartsWith("Q2.", StringComparison.Ordinal)))
        {
            return false;
        }

        var graph = new DependencyGraph(plan.Tasks.Select(t => t.Id), id => plan.Tasks.First(t => t.Id == id).DependsOn);
        var written = artifacts.Text(Page) is not null || artifacts.NotApplicable.Any(n => n.Path == Page);
        return written && plan.Tasks.All(a => plan.Tasks.All(b =>
            a.Area == b.Area || !WriteConflicts.Between(a, b) || graph.ComesAfter(a.Id, b.Id) || graph.ComesAfter(b.Id, a.Id)));
    }

    private static bool HasRange(PlanTask task) =>
        task.EffortHours is { Optimistic: > 0 } effort
            && effort.Optimistic <= effort.Likely
            && effort.Likely <= effort.Pessimistic
            && effort.Optimistic < effort.Pessimistic;

    private static bool Measurable(Plan plan, IReadOnlyList<Finding> findings) =>
        plan.Phases.All(p => p.Automated.Count + p.Manual.Count > 0)
        && plan.Criteria.Items.All(c => plan.Tests.Any(t => t.Covers.Contains(c.Id, StringComparer.Ordinal)))
        && findings.All(f => f.Code != Planner.Core.Review.Checks.MeasurabilityCheck.Vague);
}
