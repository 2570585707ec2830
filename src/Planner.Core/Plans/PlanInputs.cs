using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Tickets;

namespace Planner.Core.Plans;

/// <summary>All that a plan is made of.</summary>
public sealed record PlanInputs
{
    /// <summary>The ticket.</summary>
    public required Ticket Ticket { get; init; }

    /// <summary>Its frozen criteria.</summary>
    public required FrozenCriteria Criteria { get; init; }

    /// <summary>Its children; null where it has none.</summary>
    public StoryMap? Map { get; init; }

    /// <summary>What is known.</summary>
    public required TicketGrounding Grounding { get; init; }

    /// <summary>Last opinion of each specialist, in the panel's order.</summary>
    public required IReadOnlyList<Opinion> Opinions { get; init; }

    /// <summary>Confidence of each specialist by round, the first round first.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<int>> Rounds { get; init; }

    /// <summary>Who builds on whom. Empty: each builds on those before it in <see cref="Opinions"/> only where they share something.</summary>
    public IReadOnlyList<PanelSeat> Panel { get; init; } = [];

    /// <summary>Decisions settled so far; pending ones may be among them.</summary>
    public IReadOnlyList<SettledDecision> SettledDecisions { get; init; } = [];

    /// <summary>Questions of the agenda, with the answers given so far.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>The ids that the agenda gave.</summary>
    public LocalIds Ids { get; init; } = LocalIds.None;

    /// <summary>Facts researched between rounds.</summary>
    public IReadOnlyList<ResearchNote> Research { get; init; } = [];

    /// <summary>What could not be taken into account, beyond what the grounding itself states: every artifact says it.</summary>
    public IReadOnlyList<string> Limitations { get; init; } = [];

    /// <summary>Who thought, and what it took.</summary>
    public LedgerTotal Ledger { get; init; } = LedgerTotal.Rules;

    /// <summary>Below this confidence, gaps become a spike in the preparation phase; 1 to 10, 8 by default.</summary>
    public int ConfidenceThreshold { get; init; } = 8;
}
