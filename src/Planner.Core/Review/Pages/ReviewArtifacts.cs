using Planner.Core.Artifacts;
using Planner.Core.Plans;
using Planner.Core.Review.Reports;
using Planner.Core.Text;

namespace Planner.Core.Review.Pages;

/// <summary>The two files that can only be written after the review.</summary>
public static class ReviewArtifacts
{
    /// <summary>The set with <c>review.md</c> and <c>review.json</c>.</summary>
    public static ArtifactSet Add(ArtifactSet artifacts, Plan plan, ReviewReport report)
    {
        var marks = new PlanMarks(plan);
        return artifacts.With(
            new Artifact(ReviewFile.Path, marks.Apply(ReviewFile.Path, PlanJson.Artifact(ReviewFile.Of(report)))),
            new Artifact(ReviewDocument.Path, marks.Apply(ReviewDocument.Path, ReviewDocument.Render(plan, report))));
    }
}
