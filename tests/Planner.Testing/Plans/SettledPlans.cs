using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Testing.Plans;

/// <summary><see cref="ReturnsTicket"/> after its decisions were settled.</summary>
public static class SettledPlans
{
    /// <summary>The deadline took every decision.</summary>
    public static PlanInputs Provisional(IReadOnlyList<Opinion>? opinions = null) =>
        Settled(opinions ?? ReturnsPanel.Opinions, d => ProvisionalChoice.For(d).Settle(d, Noon, Noon));

    /// <summary>A person took every decision as recommended.</summary>
    public static PlanInputs Decided(IReadOnlyList<Opinion>? opinions = null) => Settled(opinions ?? ReturnsPanel.Opinions, d => new()
    {
        Decision = d,
        Status = DecisionStatus.Decided,
        Option = d.Recommendation,
        Rationale = "It is enough.",
        DecidedBy = "Ana Reporter",
        Timestamp = Noon,
        Deadline = Noon,
    });

    private static DateTimeOffset Noon => new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    private static PlanInputs Settled(IReadOnlyList<Opinion> opinions, Func<Decision, SettledDecision> settle)
    {
        var agenda = Agenda.From(opinions, [], []);
        return ReturnsTicket.Of(opinions) with
        {
            SettledDecisions = [.. agenda.Open.Select(i => settle(i.Decision))],
            Questions = agenda.Questions,
            Ids = agenda.Ids,
        };
    }
}
