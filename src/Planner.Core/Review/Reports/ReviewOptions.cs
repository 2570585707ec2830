using Planner.Core.Artifacts.Records;
using Planner.Core.Review.Audits;

namespace Planner.Core.Review.Reports;

/// <summary>What the gates ask for, and whose bundle is judged.</summary>
public sealed record ReviewOptions
{
    /// <summary>Below this a specialist's confidence fails the gate; 1 to 10, 8 by default.</summary>
    public int ConfidenceThreshold { get; init; } = 8;

    /// <summary>
    /// The manifest of the reviewed files as the run will write it, its version and verdict still open; null where no run is
    /// known, and then Q16 does not run.
    /// </summary>
    public Manifest? Manifest { get; init; }

    /// <summary>Judges the comment that will be written; null where none will.</summary>
    public ICommentReview? Comment { get; init; }

    /// <summary>What of the second reading stands; null where none is due.</summary>
    public AuditReport? Audit { get; init; }
}
