using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Artifacts.Execution;

public sealed class ExecutionPlanTests
{
    private static readonly Plan Sound = PlanAssembler.Assemble(SettledPlans.Provisional());

    [Fact]
    public void WorkThatWritesNothing_GoesToAPerson()
    {
        var review = Assert.Single(Assignment.Of(Sound), a => a.ByPerson);

        Assert.Contains("Review TD001", review.Task.Title, StringComparison.Ordinal);
        Assert.DoesNotContain($"BUILD {review.Task.Id}", ArtifactComposer.Compose(Sound).Text("execution-plan.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TaskSize.XS, Level.Low, BuilderTier.Fast, null)]
    [InlineData(TaskSize.S, Level.Low, BuilderTier.Standard, null)]
    [InlineData(TaskSize.XS, Level.High, BuilderTier.Standard, BuilderTier.Deep)]
    [InlineData(TaskSize.M, Level.Low, BuilderTier.Standard, BuilderTier.Deep)]
    [InlineData(TaskSize.XL, Level.High, BuilderTier.Deep, BuilderTier.Deep)]
    public void Tier_FollowsSizeAndDanger(TaskSize size, Level impact, BuilderTier builder, BuilderTier? reviewer)
    {
        var plan = Sound with
        {
            Tasks = [Sound.Tasks[0] with { Size = size }],
            Risks = [.. Sound.Risks.Select(r => r with { Impact = impact, Probability = Level.Medium, Tasks = [Sound.Tasks[0].Id] })],
        };

        var assignment = Assert.Single(Assignment.Of(plan));
        Assert.Equal((builder, reviewer), (assignment.Builder, assignment.Reviewer));
    }

    [Fact]
    public void AreasThatTouchOneTable_MeetInAnIntegrationPointWithItsTests()
    {
        var point = Assert.Single(IntegrationPoint.Of(Sound), p => p.Later.Area == "etl" && p.Earlier.Area == "database");

        Assert.Equal(["order_returns"], point.Things);
        Assert.NotEmpty(point.Tests);
    }

    [Fact]
    public void BlockingQuestion_MakesTheSummaryANoGo()
    {
        var plan = Sound with { Questions = [.. Sound.Questions.Select(q => q with { Blocking = true })] };

        Assert.Contains("**NO-GO until 1 point below is settled.**", Summary(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void NothingOpen_MakesTheSummaryAGo()
    {
        var settled = PlanAssembler.Assemble(SettledPlans.Decided());

        Assert.Contains("**GO.**", Summary(settled with { Questions = [] }), StringComparison.Ordinal);
    }

    [Fact]
    public void LowConfidence_MakesTheSummaryANoGo() =>
        Assert.Contains("below 8", Summary(Sound with { Opinions = [.. Sound.Opinions.Select(o => o with { Confidence = 5 })] }), StringComparison.Ordinal);

    [Fact]
    public void NameThatWasNotFound_StandsSoInTheResearch()
    {
        var plan = Sound with
        {
            Grounding = Sound.Grounding with { Mentions = [new("LoyaltyLedger", Planner.Core.Grounding.Facts.MentionKind.Unknown, [], IsNew: false)] },
        };

        Assert.Contains("| `LoyaltyLedger` | unknown | **not found** |", ArtifactComposer.Compose(plan).Text("research.md"), StringComparison.Ordinal);
    }

    private static string Summary(Plan plan) => ArtifactComposer.Compose(plan).Text("executive-summary.md")!;
}
