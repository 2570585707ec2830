using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Tickets;

namespace Planner.Core.Plans;

/// <summary>References over all opinions: what leads nowhere is left out, and a test without its task with it.</summary>
internal sealed class FittedReferences
{
    private readonly HashSet<string> _tasks;
    private readonly HashSet<string> _tests;
    private readonly HashSet<string> _questions;
    private readonly HashSet<string> _risks;
    private readonly HashSet<string> _decisions;
    private readonly HashSet<string> _criteria;
    private readonly Action<string, OpinionFinding> _find;

    private FittedReferences(IReadOnlyList<Opinion> opinions, Agenda agenda, FrozenCriteria criteria, Action<string, OpinionFinding> find)
    {
        _find = find;
        _tasks = Ids(opinions.SelectMany(o => o.Tasks).Select(t => t.Id));
        _tests = Ids(opinions.SelectMany(o => o.Tests).Where(t => Area.Find(t.Task, Area.Of(t.Id), _tasks) is not null).Select(t => t.Id));
        _risks = Ids(opinions.SelectMany(o => o.Risks).Select(r => r.Id));
        _questions = Ids(agenda.Ids.Questions.Keys.Concat(agenda.Questions.Select(q => q.Id)));
        _decisions = Ids(agenda.Ids.Decisions.Keys.Concat(agenda.Items.Select(i => i.Decision.Id)));
        _criteria = Ids(criteria.Items.Select(c => c.Id));
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
            DependsOn = Kept(t.DependsOn, t.Id, "task", o, _tasks),
            Tests = Kept(t.Tests, t.Id, "test", o, _tests),
            Satisfies = Goals(t.Satisfies, t.Id, o),
        })],
        Tests = [.. o.Tests
            .Where(t => HasTask(t, o))
            .Select(t => t with { Task = Area.Find(t.Task, o.Specialist, _tasks)!, Covers = Goals(t.Covers, t.Id, o) })],
        Risks = [.. o.Risks.Select(r => r with { Tasks = Kept(r.Tasks, r.Id, "task", o, _tasks) })],
    }).Redesigned<PerformanceDesign>(design => Of(design, o));

    private bool HasTask(PlanTest test, Opinion opinion)
    {
        var isThere = _tests.Contains(test.Id);
        if (!isThere)
        {
            _find(
                opinion.Specialist,
                new(OpinionFault.Reference, test.Id, $"Test {test.Id} belongs to the task '{test.Task}', which does not exist, and is left out."));
        }

        return isThere;
    }

    private List<string> Goals(IReadOnlyList<string> references, string owner, Opinion opinion) =>
        [.. references.SelectMany(r => IsCriterion(r)
            ? [r]
            : Kept([r], owner, "criterion, decision or risk", opinion, Area.Find(r, opinion.Specialist, _decisions) is null ? _risks : _decisions))];

    /// <summary>One that was never declared stays as it is: the review sends it back to who cites it.</summary>
    private bool IsCriterion(string reference) =>
        _criteria.Contains(reference)
            || (reference.Length > 2 && reference.StartsWith("AC", StringComparison.Ordinal) && reference.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0);

    private List<string> Kept(IReadOnlyList<string> references, string owner, string kind, Opinion opinion, HashSet<string> known)
    {
        foreach (var missing in references.Where(r => Area.Find(r, opinion.Specialist, known) is null))
        {
            _find(
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
                t with { Question = Known(t.Question, _questions), SourceQuestion = Known(t.SourceQuestion, _questions), Test = Known(t.Test, _tests) })],
            HotPaths = [.. design.HotPaths.Select(h => h with { Question = Known(h.Question, _questions), Risk = Known(h.Risk, _risks) })],
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
