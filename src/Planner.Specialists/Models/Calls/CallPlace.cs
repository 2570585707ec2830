using Planner.Core.LanguageModels;

namespace Planner.Specialists.Models.Calls;

/// <summary>Where in a run a call to a model belongs.</summary>
/// <param name="Ticket">The ticket's key.</param>
/// <param name="RunId">The run that pays.</param>
/// <param name="Previous">The run that this one takes over from, whose answers are used again; null for none.</param>
/// <param name="Step">The step's key, of an epic with the story.</param>
/// <param name="Turn">From 1: which call of the conversation.</param>
/// <param name="At">By the host's clock, when the step's attempt began.</param>
internal sealed record CallPlace(string Ticket, string RunId, string? Previous, string Step, int Turn, DateTimeOffset At)
{
    /// <summary>The day, by UTC, on which a call that is made now counts.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);
}

/// <summary>An answer with what it took in this run.</summary>
/// <param name="Answer">Without secrets.</param>
/// <param name="CostUsd">0 where it was paid before.</param>
/// <param name="Reused">True where another run paid for it.</param>
/// <param name="Call">What the call is known by in its run.</param>
internal sealed record PaidAnswer(ModelAnswer Answer, decimal CostUsd, bool Reused, string Call)
{
    /// <summary>What it took, for the ledger.</summary>
    public LedgerEntry Entry(string mode) => Reused
        ? new LedgerEntry(mode, Answer.Deployment) { Reused = true }
        : LedgerEntry.Of(mode, Answer.Deployment, Answer.Usage, CostUsd) with { Call = Call };
}
