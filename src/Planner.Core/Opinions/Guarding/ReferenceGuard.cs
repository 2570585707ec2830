namespace Planner.Core.Opinions.Guarding;

/// <summary>
/// References lead somewhere. What refers to nothing loses the reference; a task that then serves nothing and a test without its
/// task are left out, and so on until all that remains holds together. References to specialists whose opinion the author was not
/// given are judged when the plan is put together.
/// </summary>
internal sealed class ReferenceGuard : IGuardRule
{
    public Opinion Apply(Opinion opinion, GuardFindings sieve)
    {
        for (var left = -1; left != Count(opinion);)
        {
            left = Count(opinion);
            opinion = Once(opinion, new References(opinion, sieve.Context), sieve);
        }

        return DesignReferences.Held(opinion, sieve);
    }

    private static int Count(Opinion o) => o.Tasks.Count + o.Tests.Count + o.Risks.Count;

    private static Opinion Once(Opinion opinion, References known, GuardFindings sieve) => opinion with
    {
        Tasks = Serving(opinion.Tasks.Select(t => Task(t, known, sieve)), sieve),
        Tests = Placed(opinion.Tests, known, sieve).ConvertAll(t => t with { Covers = Kept(t.Covers, t.Id, "criterion, decision or risk", known.Goal, sieve) }),
        Risks = [.. opinion.Risks.Select(r => r with { Tasks = Kept(r.Tasks, r.Id, "task", known.Task, sieve) })],
        Decisions = [.. opinion.Decisions.Select(d => d with { DependsOn = Kept(d.DependsOn, d.Id, "decision", known.Decision, sieve) })],
    };

    private static PlanTask Task(PlanTask task, References known, GuardFindings sieve) => task with
    {
        DependsOn = [.. Kept(task.DependsOn, task.Id, "task", known.Task, sieve).Where(d => d != task.Id)],
        Tests = Kept(task.Tests, task.Id, "test", known.Test, sieve),
        Satisfies = Kept(task.Satisfies, task.Id, "criterion, decision or risk", known.Goal, sieve),
    };

    private static List<PlanTask> Serving(IEnumerable<PlanTask> tasks, GuardFindings sieve) => sieve.Keep(tasks, OpinionFault.Coverage, t => t.Id,
        t => t.Satisfies.Count > 0 ? null : $"{t.Id} serves no criterion, decision or risk of the ticket and is left out.");

    private static List<PlanTest> Placed(IReadOnlyList<PlanTest> tests, References known, GuardFindings sieve) => sieve.Keep(
        tests.Select(t => known.Task(t.Task) is { } task ? t with { Task = task } : t), OpinionFault.Reference, t => t.Id,
        t => known.Task(t.Task) is null ? $"{t.Id} belongs to the task '{t.Task}', which does not exist, and is left out." : null);

    private static List<string> Kept(IReadOnlyList<string> references, string owner, string kind, Func<string, string?> find, GuardFindings sieve) =>
        [.. sieve.Keep(
            references,
            OpinionFault.Reference,
            _ => owner,
            r => find(r) is null ? $"{owner} refers to the {kind} '{r}', which does not exist; the reference is left out." : null)
            .Select(r => find(r)!).Distinct(StringComparer.Ordinal)];
}
