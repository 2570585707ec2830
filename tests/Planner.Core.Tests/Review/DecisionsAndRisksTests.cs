using Planner.Core.Decisions;
using Planner.Core.Plans;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review;

public sealed class DecisionsAndRisksTests
{
    [Fact]
    public void DecisionWithOneOption_IsFound() => AssertFinds("Q6.options", Report(WithDecision(d => d with { Options = [d.Options[0]] })), "database");

    [Fact]
    public void OptionWithNothingAgainstIt_IsFound() => AssertFinds("Q6.one-sided", Report(WithDecision(d => d with { Options = [d.Options[0] with { Cons = [] }, d.Options[1]] })), "database");

    [Fact]
    public void RecommendationThatIsNoOption_IsFound() => AssertFinds("Q6.recommendation", Report(WithDecision(d => d with { Recommendation = "Z" })));

    [Fact]
    public void ProvisionalDecisionWithoutReviewTrigger_IsFound() => AssertFinds("Q6.provisional", Report(WithDecision(d => d with { ReviewTrigger = "" })));

    [Fact]
    public void DecisionThatDependsOnNothing_IsFound() => AssertFinds("Q6.missing", Report(WithDecision(d => d with { DependsOn = ["TD009"] })));

    [Fact]
    public void PageThatDiffersFromTheLog_IsFound() => AssertFinds("Q6.differs", Report(Sound, s => s.Edited("decisions.md", "| Data | PROVISIONAL | A |", "| Data | Decided | A |")));

    [Fact]
    public void TaskThatBuildsARejectedOption_IsFound() => AssertFinds("Q6.rejected", Report(WithTask("T001", t => t with { Title = "Write an event table" })), "database");

    [Fact]
    public void RiskThatNoTaskMitigates_IsFound() => AssertFinds("Q7.no-task", Report(WithRisk(r => r with { Tasks = [] })), "database");

    [Fact]
    public void RiskMitigatedByATaskThatIsNotThere_IsFound() => AssertFinds("Q7.missing", Report(WithRisk(r => r with { Tasks = ["T099"] })));

    [Fact]
    public void RiskWithoutMitigation_FailsItsGateToo()
    {
        var report = Report(WithRisk(r => r with { Mitigation = "" }));

        AssertFinds("Q7.mitigation", report);
        Assert.False(report.Gates.Single(g => g.Name.Contains("mitigation", StringComparison.Ordinal)).Passed);
    }

    [Fact]
    public void RiskThatNobodyNotices_IsFound() => AssertFinds("Q7.detection", Report(WithRisk(r => r with { Detection = " " })));

    [Fact]
    public void LikelyAndGraveRiskWithoutContingency_IsFound() =>
        AssertFinds("Q7.contingency", Report(WithRisk(r => r with { Probability = Level.High, Impact = Level.High, Contingency = "" })));

    [Fact]
    public void IrreversibleMigrationWithoutRisk_IsFound() => AssertFinds(
        "Q7.irreversible",
        Report(WithOpinion("database", o => o with { Schema = o.Schema! with { Migrations = [o.Schema.Migrations[0] with { Irreversible = "It drops data." }] } }) with { Risks = [] }),
        "database");

    private static Plan WithDecision(Func<Decision, Decision> change) =>
        Sound with { Decisions = [.. Sound.Decisions.Select(d => d with { Decision = change(d.Decision) })] };

    private static Plan WithRisk(Func<Risk, Risk> change) => Sound with { Risks = [.. Sound.Risks.Select(change)] };
}
