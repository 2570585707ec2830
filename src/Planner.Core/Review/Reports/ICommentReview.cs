using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reports;

/// <summary>Holds what will be said on the ticket against the files that it speaks of. Who says it knows the words; the review knows the files.</summary>
public interface ICommentReview
{
    /// <summary>What the comment on a plan would say otherwise than its files do.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="draft">The report as it stands.</param>
    /// <param name="manifest">Of the run; version and verdict still open.</param>
    /// <param name="artifacts">The files.</param>
    IEnumerable<CommentDifference> Differences(Plan plan, ReviewReport draft, Manifest manifest, ArtifactSet artifacts);
}

/// <summary>One figure of the comment that is not the file's.</summary>
/// <param name="Path">The file.</param>
/// <param name="Id">What the figure is of, or empty.</param>
/// <param name="Message">What the comment says of it, in a sentence.</param>
public sealed record CommentDifference(string Path, string Id, string Message);
