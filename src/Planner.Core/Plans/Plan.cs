using System.Text.Json.Serialization;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Tickets;

namespace Planner.Core.Plans;

/// <summary>The typed plan; every artifact is rendered from it.</summary>
public sealed record Plan
{
    /// <summary>The ticket.</summary>
    public required Ticket Ticket { get; init; }

    /// <summary>Its frozen criteria.</summary>
    public required FrozenCriteria Criteria { get; init; }

    /// <summary>Its children; null where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoryMap? Map { get; init; }

    /// <summary>What is known.</summary>
    public required TicketGrounding Grounding { get; init; }

    /// <summary>The size of the whole.</summary>
    public required TaskSize Size { get; init; }

    /// <summary>Last opinion of each specialist, in the panel's order; the ids inside are the plan's.</summary>
    public required IReadOnlyList<Opinion> Opinions { get; init; }

    /// <summary>Who sat on the panel; a plan that was kept without it had the built-in specialists.</summary>
    public IReadOnlyList<PanelSeat> Panel { get; init; } = PanelSeat.BuiltIn;

    /// <summary>Confidence of each specialist by round.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<int>> Rounds { get; init; }

    /// <summary>Phases in order.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>Tasks by id.</summary>
    public required IReadOnlyList<PlanTask> Tasks { get; init; }

    /// <summary>Tests by id.</summary>
    public required IReadOnlyList<PlanTest> Tests { get; init; }

    /// <summary>Risks by id.</summary>
    public required IReadOnlyList<Risk> Risks { get; init; }

    /// <summary>Decisions with what became of them, by id.</summary>
    public required IReadOnlyList<SettledDecision> Decisions { get; init; }

    /// <summary>Questions by id, answered or not.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Waves in order.</summary>
    public required IReadOnlyList<Wave> Waves { get; init; }

    /// <summary>Hours along the longest chain, and its tasks.</summary>
    public required CriticalPath CriticalPath { get; init; }

    /// <summary>Hours of all tasks together, without contingent ones.</summary>
    public required Effort Total { get; init; }

    /// <summary>How to go back, step by step.</summary>
    public required IReadOnlyList<string> Rollback { get; init; }

    /// <summary>Facts researched between rounds.</summary>
    public IReadOnlyList<ResearchNote> Research { get; init; } = [];

    /// <summary>Below this a specialist is not sure enough; 1 to 10, 8 by default.</summary>
    public int ConfidenceThreshold { get; init; } = 8;

    /// <summary>What this plan could not take into account.</summary>
    public IReadOnlyList<string> Limitations { get; init; } = [];

    /// <summary>Those of <see cref="Limitations"/> that every artifact says, not only those that list them all.</summary>
    public IReadOnlyList<string> StatedEverywhere { get; init; } = [];

    /// <summary>Who thought, and what it took.</summary>
    public LedgerTotal Ledger { get; init; } = LedgerTotal.Rules;
}

/// <summary>A stretch of work with criteria for its end.</summary>
/// <param name="Number">From 0, preparation.</param>
/// <param name="Title">Like "Data".</param>
/// <param name="Tasks">Ids.</param>
/// <param name="Automated">Commands that show that it is done.</param>
/// <param name="Manual">What a person looks at.</param>
public sealed record Phase(int Number, string Title, IReadOnlyList<string> Tasks, IReadOnlyList<string> Automated, IReadOnlyList<string> Manual);

/// <summary>Tasks that can be done at the same time; the gate must hold before the next wave.</summary>
public sealed record Wave(int Number, IReadOnlyList<string> Tasks, IReadOnlyList<string> Gate);

/// <summary>The longest chain, by the PERT mean of its tasks.</summary>
public sealed record CriticalPath(IReadOnlyList<string> Tasks, double Hours);
