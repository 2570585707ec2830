using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Text.Graphs;

namespace Planner.Core.Plans;

/// <summary>Turns local ids into T001, V001 and R001, in the order of the waves, and maps every reference.</summary>
internal sealed class Renumbering
{
    private readonly IdMap tasks;
    private readonly IdMap tests;
    private readonly IdMap risks;
    private readonly IdMap decisions;
    private readonly IdMap questions;
    private readonly List<string> criteria;

    private Renumbering(WorkDraft draft, IEnumerable<PlanTask> ordered, Agenda agenda, PlanInputs inputs)
    {
        tasks = IdMap.Numbered("task", "T", ordered.Select(t => t.Id));
        tests = IdMap.Numbered("test", "V", draft.Tests.OrderBy(t => tasks.Position(t.Task), IdOrder.Numbers).Select(t => t.Id));
        risks = IdMap.Merged("risk", "R", draft.Risks.OrderByDescending(r => Exposure(r.Risk)).Select(r => r.Locals));
        decisions = new("decision", Known(agenda.Ids.Decisions, agenda.Items.Select(i => i.Decision.Id)));
        questions = new("question", Known(agenda.Ids.Questions, agenda.Questions.Select(q => q.Id)));
        criteria = [.. inputs.Criteria.Items.Select(c => c.Id)];
    }

    public static NumberedWork Of(WorkDraft draft, Agenda agenda, PlanInputs inputs)
    {
        var graph = draft.Graph();
        var waves = graph.Levels();
        var phases = PhasePlan.Numbers(draft.Tasks, graph, inputs.Panel);
        var laid = draft.Tasks.Select(t => t with { Wave = waves[t.Id], Phase = phases[t.Id] }).OrderBy(t => t.Wave).ThenBy(t => t.Phase).ToList();
        return new Renumbering(draft, laid, agenda, inputs).Work(draft, laid, inputs);
    }

    private NumberedWork Work(WorkDraft draft, List<PlanTask> laid, PlanInputs inputs)
    {
        var proofs = draft.Tests.Select(Test).OrderBy(t => t.Id, IdOrder.Numbers).ToList();
        var work = laid.Select(t => Task(t, proofs)).OrderBy(t => t.Id, IdOrder.Numbers).ToList();
        var threats = draft.Risks.Select(r => Risk(r.Risk)).OrderBy(r => r.Id, IdOrder.Numbers).ToList();
        return new(work, proofs, threats, [.. inputs.Opinions.Select(o => Opinion(o, work, proofs, threats))]);
    }

    private PlanTask Task(PlanTask task, List<PlanTest> tests)
    {
        var id = tasks.Of(task.Id);
        var own = task.Tests.Select(t => this.tests.Resolve(t, task.Area, $"Task {task.Id}"));
        return task with
        {
            Id = id,
            DependsOn = Sorted(task.DependsOn.Select(tasks.Of)),
            Satisfies = InOrder(task.Satisfies.Select(s => Satisfied(s, task))),
            Tests = Sorted(own.Concat(tests.Where(t => t.Task == id).Select(t => t.Id))),
        };
    }

    private string Satisfied(string reference, PlanTask task) =>
        IsCriterion(reference) ? reference
        : decisions.TryResolve(reference, task.Area) ?? risks.TryResolve(reference, task.Area)
            ?? throw new UnresolvedReferenceException($"Task {task.Id}", "criterion, decision or risk", reference);

    private PlanTest Test(PlanTest test)
    {
        var area = test.Id.Split('/')[0];
        return test with
        {
            Id = tests.Of(test.Id),
            Task = tasks.Resolve(test.Task, area, $"Test {test.Id}"),
            Covers = InOrder(test.Covers.Select(c => Covered(c, test, area))),
        };
    }

    private string Covered(string reference, PlanTest test, string area) =>
        IsCriterion(reference) ? reference
        : decisions.TryResolve(reference, area) ?? risks.TryResolve(reference, area)
            ?? throw new UnresolvedReferenceException($"Test {test.Id}", "criterion, decision or risk", reference);

    /// <summary>One that was never declared stays as it is: the review sends it back to who cites it.</summary>
    private bool IsCriterion(string reference) =>
        criteria.Contains(reference)
            || (reference.Length > 2 && reference.StartsWith("AC", StringComparison.Ordinal) && reference.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0);

    private Risk Risk(Risk risk) => risk with
    {
        Id = risks.Of(risk.Id),
        Tasks = Sorted(risk.Tasks.Select(t => tasks.Resolve(t, risk.Id.Split('/')[0], $"Risk {risk.Id}"))),
    };

    private Opinion Opinion(Opinion opinion, List<PlanTask> tasks, List<PlanTest> tests, List<Risk> risks) => (opinion with
    {
        Tasks = [.. tasks.Where(t => t.Area == opinion.Specialist)],
        Tests = Ours(opinion.Tests.Select(t => this.tests.Of(t.Id)), tests, t => t.Id),
        Risks = Ours(opinion.Risks.Select(r => this.risks.Of(r.Id)), risks, r => r.Id),
        Decisions = [.. opinion.Decisions.Select(d =>
            d with { Id = decisions.Of(d.Id), DependsOn = [.. d.DependsOn.Select(r => decisions.TryResolve(r, opinion.Specialist)).OfType<string>()] })],
        Questions = [.. opinion.Questions.Select(q => q with { Id = questions.Of(q.Id) })],
        Parts = null,
    }).Redesigned<PerformanceDesign>(design => Performance(design, opinion.Specialist));

    private PerformanceDesign Performance(PerformanceDesign design, string area) => design with
    {
        Targets = [.. design.Targets.Select(t => t with
        {
            Question = Question(t.Question, area),
            SourceQuestion = Question(t.SourceQuestion, area),
            Test = t.Test is null ? null : tests.Resolve(t.Test, area, area),
        })],
        HotPaths = [
            .. design.HotPaths.Select(h => h with { Question = Question(h.Question, area), Risk = h.Risk is null ? null : risks.Resolve(h.Risk, area, area) }),
        ],
    };

    private string? Question(string? local, string area) => local is null ? null : questions.Resolve(local, area, area);

    private static List<T> Ours<T>(IEnumerable<string> ids, List<T> all, Func<T, string> id)
    {
        var ours = ids.ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(x => ours.Contains(id(x)))];
    }

    private static Dictionary<string, string> Known(IReadOnlyDictionary<string, string> locals, IEnumerable<string> own)
    {
        var map = locals.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        own.ToList().ForEach(id => map[id] = id);
        return map;
    }

    /// <summary>Criteria in the ticket's order, then decisions and risks.</summary>
    private IReadOnlyList<string> InOrder(IEnumerable<string> ids) =>
        [.. ids.Distinct(StringComparer.Ordinal)
            .OrderBy(id => criteria.Contains(id) ? criteria.IndexOf(id) : int.MaxValue)
            .ThenBy(id => id, IdOrder.Numbers)];

    private static int Exposure(Risk risk) => ((int)risk.Probability + 1) * ((int)risk.Impact + 1);

    private static List<string> Sorted(IEnumerable<string> ids) => [.. ids.Distinct(StringComparer.Ordinal).Order(IdOrder.Numbers)];
}
