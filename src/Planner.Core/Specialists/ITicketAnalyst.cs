using Planner.Core.Grounding.Facts;
using Planner.Core.LanguageModels;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Specialists;

/// <summary>Reads a ticket closely before the panel is asked: what it wants, and which of the likely files it will change.</summary>
public interface ITicketAnalyst
{
    /// <summary>
    /// The reading, with the grounding's files in a better order. The same inputs give the same reading; it may be asked again after a
    /// crash, and what it pays for goes under the call's key.
    /// </summary>
    /// <returns>The reading, and likely files in order, none of which is unknown to the grounding.</returns>
    Task<CloseReading> Read(AnalysisInputs inputs, StepCall call);
}

/// <summary>All that an analyst is given.</summary>
/// <param name="Ticket">The ticket: data.</param>
/// <param name="Criteria">Its frozen criteria.</param>
/// <param name="Grounding">What is known.</param>
/// <param name="Previous">The run that this one takes over from, whose paid answers are used again; null for none.</param>
public sealed record AnalysisInputs(Ticket Ticket, FrozenCriteria Criteria, TicketGrounding Grounding, string? Previous)
{
    /// <summary>What stands around the ticket.</summary>
    public Discussion Discussion { get; init; } = Discussion.None;
}

/// <summary>A reading with the files that go with it, and what it took.</summary>
public sealed record CloseReading(TicketReading Reading, IReadOnlyList<RankedFile> Files, IReadOnlyList<LedgerEntry> Ledger);
