using Planner.Core.Artifacts;
using Planner.Core.Plans;
using Planner.Core.Review;
using Planner.Core.Review.Pages;
using Planner.Core.Review.Reports;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Plans;

public sealed class WholePlanTests
{
    [Fact]
    public void ProvisionalPlan_IsApprovedAsSuch()
    {
        var plan = PlanAssembler.Assemble(SettledPlans.Provisional());

        var report = Reviewer.Review(plan, ArtifactComposer.Compose(plan), new());

        Assert.Empty(report.Findings.Select(f => $"{f.Code} {f.Artifact}:{f.Line} {f.Message}"));
        Assert.Equal(Verdicts.Provisional, report.Verdict);
    }

    [Fact]
    public void PlanThatPeopleDecided_IsApproved()
    {
        var plan = PlanAssembler.Assemble(SettledPlans.Decided());

        Assert.Equal(Verdicts.Approved, Reviewer.Review(plan, ArtifactComposer.Compose(plan), new()).Verdict);
    }

    [Fact]
    public void PlanWithAPendingDecision_NeedsAttention()
    {
        var plan = PlanAssembler.Assemble(ReturnsTicket.Inputs);

        Assert.Equal(Verdicts.NeedsAttention, Reviewer.Review(plan, ArtifactComposer.Compose(plan), new()).Verdict);
    }

    [Fact]
    public void SameInputs_GiveTheSameBytes()
    {
        Assert.Equal(Bytes(SettledPlans.Provisional()), Bytes(SettledPlans.Provisional()));
    }

    private static string Bytes(PlanInputs inputs)
    {
        var plan = PlanAssembler.Assemble(inputs);
        var set = ArtifactComposer.Compose(plan);
        set = ReviewArtifacts.Add(set, plan, Reviewer.Review(plan, set, new()));
        return string.Concat(set.Files.Select(f => $"{f.Path}\n{f.Text}"));
    }
}
