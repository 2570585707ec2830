using Planner.Core.LanguageModels;

namespace Planner.Core.Review.Audits;

/// <summary>What an auditor says of a plan, before code has looked whether it stands.</summary>
public sealed record PlanAudit
{
    /// <summary>The model that read.</summary>
    public required string Model { get; init; }

    /// <summary>What it looked at.</summary>
    public required IReadOnlyList<AuditCheck> Checked { get; init; }

    /// <summary>What it holds for wrong or missing.</summary>
    public required IReadOnlyList<AuditClaim> Claims { get; init; }

    /// <summary>What it says of the earlier claims that it was shown.</summary>
    public IReadOnlyList<EarlierClaim> Earlier { get; init; } = [];

    /// <summary>All that it read: the ticket, what is known, the plan, and what it looked up. What it quotes must stand in one of them.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>What it took.</summary>
    public IReadOnlyList<LedgerEntry> Ledger { get; init; } = [];
}

/// <summary>Something that was looked at.</summary>
/// <param name="What">One line.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Place">An id of the plan, a path, a table or an endpoint.</param>
/// <param name="Quote">Words that stand there.</param>
public sealed record AuditCheck(string What, AuditResult Result, string Place, string Quote);

/// <summary>Something that is wrong or missing.</summary>
/// <param name="Fault">What kind.</param>
/// <param name="Message">What is wrong and what would mend it, in one or two sentences.</param>
/// <param name="Place">An id of the plan, a path, a table or an endpoint.</param>
/// <param name="Quote">Words that show it: of the plan, the ticket or a file.</param>
/// <param name="Blocks">True where the plan must not be carried out with it.</param>
/// <param name="Specialist">Who can mend it, or null.</param>
public sealed record AuditClaim(AuditFault Fault, string Message, string Place, string Quote, bool Blocks, string? Specialist);

/// <summary>What became of an earlier claim.</summary>
/// <param name="Number">From 1: which of those that were shown.</param>
/// <param name="Holds">True where it is as wrong as before.</param>
/// <param name="Place">Where one sees that.</param>
/// <param name="Quote">Words that stand there.</param>
public sealed record EarlierClaim(int Number, bool Holds, string Place, string Quote);
