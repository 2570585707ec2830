using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Tickets;

namespace Planner.Core.Plans;

/// <summary>References over all opinions: what leads nowhere is left out, and a test without its task with it.</summary>
internal sealed class FittedReferences
{
    private readonly HashSet<string> tasks;
    private readonly HashSet<string> tests;
    private readonly HashSet<string> questions;
    private readonly HashSet<string> risks;
    private readonly HashSet<string> decisions;
    private readonly HashSet<string> criteria;
    private readonly Action<string, OpinionFinding> find;

    private FittedReferences(IReadOnlyList<Opinion> opinions, Agenda agenda, FrozenCriteria criteria, Action<string, OpinionFinding> find)
    {
        this.find = find;
        tasks = Ids(opinions.SelectMany(o => o.Tasks).Select(t => t.Id));
        tests = Ids(opinions.SelectMany(o => o.Tests).Where(t => Area.Find(t.Task, Area.Of(t.Id), tasks) is not null).Select(t => t.Id));
        risks = Ids(opinions.SelectMany(o => o.Risks).Select(r => r.Id));
        questions = Ids(agenda.Ids.Questions.Keys.Concat(agenda.Questions.Select(q => q.Id)));
        decisions = Ids(agenda.Ids.Decisions.Keys.Concat(agenda.Items.Select(i => i.Decision.Id)));
        this.criteria = Ids(criteria.Items.Select(c => c.Id));
    }

    public static IReadOnlyList<Opinion> Held(IReadOnlyList<Opinion> opinions, Agenda agenda, FrozenCriteria criteria, Action<string, OpinionFinding> find)
    {
        var held = new FittedReferences(opinions, agenda, criteria, find);
        return [.. opinions.Select(held.Of)];
    }

    private Opinion Of(Opinion o) => (o with
    {
        Tasks = [.. o.Tasks.Select(t => t with
        {
            DependsOn = Kept(t.DependsOn, t.Id, "task", o, tasks),
            Tests = Kept(t.Tests, t.Id, "test", o, tests),
            Satisfies = Goals(t.Satisfies, t.Id, o),
        })],
        Tests = [.. o.Tests
            .Where(t => HasTask(t, o))
            .Select(t => t with { Task = Area.Find(t.Task, o.Specialist, tasks)!, Covers = Goals(t.Covers, t.Id, o) })],
        Risks = [.. o.Risks.Select(r => r with { Tasks = Kept(r.Tasks, r.Id, "task", o, tasks) })],
    }).Redesigned<PerformanceDesign>(design => Of(design, o));

    private bool HasTask(PlanTest test, Opinion opinion)
    {
        var isThere = tests.Contains(test.Id);
        if (!isThere)
        {
            find(
                opinion.Specialist,
                new(OpinionFault.Reference, test.Id, $"Test {test.Id} belongs to the task '{test.Task}', which does not exist, and is left out."));
        }

        return isThere;
    }

    private List<string> Goals(IReadOnlyList<string> references, string owner, Opinion opinion) =>
        [.. references.SelectMany(r => IsCriterion(r)
            ? [r]
            : Kept([r], owner, "criterion, decision or risk", opinion, Area.Find(r, opinion.Specialist, decisions) is null ? risks : decisions))];

    /// <summary>One that was never declared stays as it is: the review sends it back to who cites it.</summary>
    private bool IsCriterion(string reference) =>
        criteria.Contains(reference)
            || (reference.Length > 2 && reference.StartsWith("AC", StringComparison.Ordinal) && reference.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0);

    private List<string> Kept(IReadOnlyList<string> references, string owner, string kind, Opinion opinion, HashSet<string> known)
    {
        foreach (var missing in references.Where(r => Area.Find(r, opinion.Specialist, known) is null))
        {
            find(
                opinion.Specialist,
                new(OpinionFault.Reference, owner, $"{owner} refers to the {kind} '{missing}', which does not exist; the reference is left out."));
        }

        return [.. references.Select(r => Area.Find(r, opinion.Specialist, known)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private PerformanceDesign Of(PerformanceDesign design, Opinion opinion)
    {
        return design with
        {
            Targets = [.. design.Targets.Select(t =>
                t with { Question = Known(t.Question, questions), SourceQuestion = Known(t.SourceQuestion, questions), Test = Known(t.Test, tests) })],
            HotPaths = [.. design.HotPaths.Select(h => h with { Question = Known(h.Question, questions), Risk = Known(h.Risk, risks) })],
        };

        string? Known(string? id, HashSet<string> ids) => id is null ? null : Area.Find(id, opinion.Specialist, ids);
    }

    private static HashSet<string> Ids(IEnumerable<string> ids) => ids.ToHashSet(StringComparer.Ordinal);

    /// <summary>Local ids and the areas that they begin with.</summary>
    private static class Area
    {
        public static string Of(string id) => id.Split('/')[0];

        public static string? Find(string reference, string area, HashSet<string> known) => WorkDraft.Find(reference, area, known.Contains);
    }
}
