using System.Text.Json.Serialization;
using Planner.Core.LanguageModels;

namespace Planner.Core.Review.Audits;

/// <summary>What of an audit stands, as the review keeps it.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Reason">Its figures, or why it did not run.</param>
/// <param name="Model">The model that read; null where none did.</param>
public sealed record AuditReport(AuditStatus Status, string Reason, string? Model)
{
    /// <summary>What was looked at, with a place and words that stand there.</summary>
    public IReadOnlyList<AuditCheck> Checked { get; init; } = [];

    /// <summary>What is wrong or missing, with a place and words that stand there; of a reading before too, where it was not said to be settled.</summary>
    public IReadOnlyList<AuditClaim> Claims { get; init; } = [];

    /// <summary>How much of what was said was left out, because its place or its words stand nowhere.</summary>
    public int LeftOut { get; init; }

    /// <summary>sha256 of what was read; empty where nothing was.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What all readings of the run took so far.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunLedger? Ledger { get; init; }
}

/// <summary>How an audit ended.</summary>
public enum AuditStatus
{
    /// <summary>It looked closely and found nothing that must not stay.</summary>
    Passed,

    /// <summary>It found something that must not stay.</summary>
    Failed,

    /// <summary>Nobody read, or nobody closely; never counts as passed.</summary>
    NotRun,
}
