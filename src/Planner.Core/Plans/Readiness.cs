using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>Whether the work can begin.</summary>
public enum GoOrNoGo
{
    /// <summary>Nothing stands in the way.</summary>
    Go,

    /// <summary>It can begin; something must be settled before the release.</summary>
    Conditional,

    /// <summary>Something must be settled first.</summary>
    NoGo,
}

/// <summary>Whether the work can begin, and what must be settled before it or before the release.</summary>
/// <param name="BeforeStart">Ids and reasons; none where the work can begin.</param>
/// <param name="BeforeRelease">Ids and reasons.</param>
internal sealed record StartReadiness(IReadOnlyList<Condition> BeforeStart, IReadOnlyList<Condition> BeforeRelease)
{
    public GoOrNoGo Word => BeforeStart.Count > 0 ? GoOrNoGo.NoGo : BeforeRelease.Count > 0 ? GoOrNoGo.Conditional : GoOrNoGo.Go;

    public static StartReadiness Of(Plan plan) => new(
    [
        .. plan.Decisions
            .Where(d => d.Status == DecisionStatus.Pending)
            .Select(d => new Condition(d.Decision.Id, $"is open; the plan follows option {d.Option} without anybody having chosen it")),
        .. plan.Questions.Where(q => q is { Blocking: true, Answer: null }).Select(q => new Condition(q.Id, $"blocks the work; {q.Owner} can answer it")),
        .. plan.Opinions
            .Where(o => o.Applies && o.Confidence < plan.ConfidenceThreshold)
            .Select(o => new Condition(o.Specialist, $"has confidence {o.Confidence}, below {plan.ConfidenceThreshold}")),
        .. plan.Tasks.Count == 0 ? [new Condition(plan.Ticket.Key, "leads to no task")] : Array.Empty<Condition>(),
    ],
    [
        .. plan.Decisions
            .Where(d => d.Status == DecisionStatus.Provisional)
            .Select(d => new Condition(d.Decision.Id, $"was taken by the deadline; {Review(d, plan)}")),
        .. plan.Questions
            .Where(q => q is { Blocking: false, Answer: null })
            .Select(q => new Condition(q.Id, $"is planned with an assumption; {q.Owner} can correct it")),
        .. plan.Tasks
            .Where(t => !t.Contingent && Assignment.Migrations(t, plan).Any(m => m.Irreversible is not null))
            .Select(t => new Condition(t.Id, "cannot be undone without loss; a backup comes first")),
    ]);

    private static string Review(SettledDecision decision, Plan plan)
    {
        var task =
            plan.Tasks.FirstOrDefault(t => !t.Contingent && t.Area == WorkDraft.OwnArea && t.Satisfies.Contains(decision.Decision.Id, StringComparer.Ordinal));
        return task is null ? "a person confirms it" : $"{task.Owner} confirms it in {task.Id}";
    }
}

/// <summary>Something to settle.</summary>
internal sealed record Condition(string Id, string Text);
