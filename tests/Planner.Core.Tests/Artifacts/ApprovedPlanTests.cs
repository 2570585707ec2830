using Planner.Core.Artifacts;
using Planner.Core.Plans;
using Planner.Core.Review;
using Planner.Core.Review.Pages;
using Planner.Testing.Approvals;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Artifacts;

/// <summary>Every artifact of a whole plan, as a folder that a person can open beside this file.</summary>
public sealed class ApprovedPlanTests
{
    [Fact]
    public void PlanWithAProvisionalDecision_HasTheApprovedFiles()
    {
        var plan = PlanAssembler.Assemble(SettledPlans.Provisional());
        var set = ArtifactComposer.Compose(plan);
        set = ReviewArtifacts.Add(set, plan, Reviewer.Review(plan, set, new()));

        Approved.MatchesFolder("ReturnsPlan.approved", set.Files.Select(f => (f.Path, f.Text)));
    }
}
