using Planner.Core.LanguageModels;
using Planner.Core.Plans;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Review.Audits;

/// <summary>Reads an assembled plan once more, with other eyes than those that wrote it, and says what is wrong and what is missing.</summary>
public interface IPlanAuditor
{
    /// <summary>
    /// sha256 of what it would read, what was found before apart, and of the words in which it would be asked. The same is not read
    /// twice in a run.
    /// </summary>
    string Subject(AuditInputs inputs);

    /// <summary>
    /// What it found. The same inputs give the same audit; it may be asked again after a crash, and what it pays for goes under the
    /// call's key. Nothing of it counts before code has looked whether it stands.
    /// </summary>
    /// <exception cref="ModelOutOfReachException">The model does not answer for longer than a call waits.</exception>
    /// <exception cref="ModelBudgetException">The budget leaves no room for a call.</exception>
    /// <exception cref="ModelAnswerException">Nothing can be made of what it said.</exception>
    Task<PlanAudit> Audit(AuditInputs inputs, StepCall call);
}

/// <summary>All that an auditor is given.</summary>
/// <param name="Plan">The plan, with the ticket, its criteria and what is known.</param>
/// <param name="Codebase">The name or path of the code base that was read, to look into it; empty where there is none to look into.</param>
/// <param name="Previous">The run that this one takes over from, whose paid answers are used again; null for none.</param>
/// <param name="Earlier">What was found in the plan as it was before, in order; empty for a first reading.</param>
public sealed record AuditInputs(Plan Plan, string Codebase, string? Previous, IReadOnlyList<AuditClaim> Earlier)
{
    /// <summary>What stands around the ticket.</summary>
    public Discussion Discussion { get; init; } = Discussion.None;
}
