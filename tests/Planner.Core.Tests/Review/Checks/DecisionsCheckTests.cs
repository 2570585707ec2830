using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reports;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Checks;

public sealed class DecisionsCheckTests
{
    private const string Log = "technical-decisions-log.json";
    private const string Page = "decisions.md";

    [Fact]
    public void SoundPlan_PassesAndCountsByStatus()
    {
        Judge(Sound).Passes("Q6");
        Assert.Equal("Decisions: 1; 0 decided, 1 provisional, 0 pending.", Judge(Sound).Reason("Q6"));
    }

    [Fact]
    public void DecisionWithOneOption_IsFound() =>
        Judge(WithDecision(d => d with { Options = [d.Options[0]] })).Finds("Q6.options", Log, "TD001", specialist: "database");

    [Fact]
    public void OptionWithNothingForIt_IsFound() => Judge(WithOption(o => o with { Pros = [] })).Finds("Q6.one-sided", Log, "TD001", specialist: "database");

    [Fact]
    public void OptionWithNothingAgainstIt_IsFound() => Judge(WithOption(o => o with { Cons = [" "] })).Finds("Q6.one-sided", Log, "TD001");

    [Fact]
    public void OptionWithoutCost_IsFound() => Judge(WithOption(o => o with { Cost = "" })).Finds("Q6.cost", Log, "TD001");

    [Fact]
    public void RecommendationThatIsNoOption_IsFound() => Judge(WithDecision(d => d with { Recommendation = "Z" })).Finds("Q6.recommendation", Log, "TD001");

    [Fact]
    public void TwoOptionsWithTheIdOfTheRecommendation_AreFound() =>
        Judge(WithDecision(d => d with { Options = [.. d.Options, d.Options[0]] })).Finds("Q6.recommendation", Log, "TD001");

    [Fact]
    public void OutcomeThatIsNoOption_IsFound() => Judge(Sound, s => s.Edited(Log, "\"option\": \"A\"", "\"option\": \"Z\"")).Finds("Q6.option", Log, "TD001");

    [Fact]
    public void ReversibilityOfAnotherWord_LeavesTheCheckNotRun() =>
        Assert.Equal(
            CheckStatus.NotRun,
            Report(Sound, s => s.Edited(Log, "\"reversibility\": \"Easy\"", "\"reversibility\": \"Sometimes\"")).Checks.Single(c => c.Id == "Q6").Status);

    [Fact]
    public void StatusOfAnotherWord_LeavesTheCheckNotRun() =>
        Assert.Equal(
            CheckStatus.NotRun,
            Report(Sound, s => s.Edited(Log, "\"status\": \"Provisional\"", "\"status\": \"Perhaps\"")).Checks.Single(c => c.Id == "Q6").Status);

    [Fact]
    public void ProvisionalDecisionWithoutReviewTrigger_IsFound() =>
        Judge(WithDecision(d => d with { ReviewTrigger = "" })).Finds("Q6.provisional", Log, "TD001");

    [Fact]
    public void ProvisionalDecisionWithoutDeadline_IsFound() =>
        Judge(Sound with { Decisions = [.. Sound.Decisions.Select(d => d with { Deadline = default })] }).Finds("Q6.provisional", Log, "TD001");

    [Fact]
    public void ProvisionalDecisionWithoutOption_IsFound() =>
        Assert.Contains(
            Report(Sound, s => s.Edited(Log, "\"option\": \"A\"", "\"option\": null")).Findings,
            f => f is { Code: "Q6.provisional", Severity: Severity.Error, Artifact: Log, Id: "TD001" });

    [Fact]
    public void DecisionThatDependsOnNothing_IsFound() => Judge(WithDecision(d => d with { DependsOn = ["TD009"] })).Finds("Q6.missing", Log, "TD001");

    [Fact]
    public void DecisionThatThePlanDoesNotHave_IsFound() =>
        Assert.Contains(
            Report(Sound, s => s.Edited(Log, "\"id\": \"TD001\"", "\"id\": \"TD002\"")).Findings,
            f => f is { Code: "Q6.id", Severity: Severity.Error, Artifact: Log, Id: "TD002" });

    [Theory]
    [InlineData("| Data | PROVISIONAL | A |", "| Data | Decided | A |")]
    [InlineData("| simple | no history |", "| simple | no harm |")]
    [InlineData("| 2 hours | Easy |", "| 2 hours | Hard |")]
    [InlineData("Both ways are used", "One way is used")]
    [InlineData("**Recommended: A.**", "**Recommended: B.**")]
    [InlineData("- Review trigger: When finance", "- Review trigger: When nobody")]
    [InlineData("- Impact: The shape", "- Impact: No shape")]
    [InlineData("- Reversibility: Medium", "- Reversibility: Easy")]
    [InlineData("2026-01-02T12:00:00Z (deadline", "2026-01-03T12:00:00Z (deadline")]
    public void PageThatDiffersFromTheLog_IsFoundAtItsLine(string from, string to) =>
        Judge(Sound, s => s.Edited(Page, from, to)).Finds("Q6.differs", Page, "TD001", at: to);

    [Theory]
    [InlineData("\"title\": \"A status column\"", "\"title\": \"A column\"")]
    [InlineData("\"decided_by\": \"deadline policy\"", "\"decided_by\": \"Ana\"")]
    public void LogThatDiffersFromThePage_IsFound(string from, string to) =>
        Assert.Contains(Report(Sound, s => s.Edited(Log, from, to)).Findings, f => f is { Code: "Q6.differs", Artifact: Page, Id: "TD001" });

    [Fact]
    public void ImpactOfTheChosenOptionOfWhichNothingSpeaks_IsFound() =>
        Judge(WithOption(o => o with { Impacts = ["return_states"] })).Finds("Q6.impact", Log, "TD001", specialist: "database");

    [Theory]
    [InlineData("order_returns")]
    [InlineData("POST /api/orders/{id}/returns")]
    [InlineData("src/Shop/OrderService.cs")]
    public void ImpactThatThePlanSpeaksOf_IsFine(string impact) => Judge(WithOption(o => o with { Impacts = [impact] })).Passes("Q6");

    [Fact]
    public void ImpactOfAnOptionThatWasNotTaken_NeedsNothing() =>
        Judge(WithDecision(d => d with { Options = [d.Options[0], d.Options[1] with { Impacts = ["return_events"] }] })).Passes("Q6");

    [Fact]
    public void TaskThatBuildsARejectedOption_IsFound() =>
        Judge(WithTask("T001", t => t with { Title = "Write an event table" })).Finds("Q6.rejected", "tasks.json", "T001", specialist: "database");

    [Fact]
    public void SummaryThatFollowsARejectedOption_IsFoundAtItsLine() =>
        Judge(WithOpinion("service", o => o with { Summary = "OrderService writes an event table. It is small." })).Finds(
            "Q6.rejected",
            "implementation.md",
            "TD001",
            at: "**service**",
            specialist: "service");

    [Fact]
    public void SummaryThatSaysWhatIsNotDone_IsFine() =>
        Judge(WithOpinion("service", o => o with { Summary = "OrderService writes the status column instead of an event table." })).Passes("Q6");

    [Fact]
    public void TaskThatIsOnlyDueWhenTheDecisionChanges_MaySpeakOfIt() =>
        Judge(Sound with { Tasks = [.. Sound.Tasks.Select(t => t.Contingent ? t with { Title = "Write an event table" } : t)] }).Passes("Q6");

    [Fact]
    public void RejectedWordThatACriterionUses_IsNoChoice()
    {
        var asked = Sound with
        {
            Criteria = Sound.Criteria with { Items = [.. Sound.Criteria.Items.Select(c => c with { Text = c.Text + " An event table shows it." })] },
        };

        Judge(asked with { Tasks = [.. asked.Tasks.Select(t => t.Id == "T001" ? t with { Title = "Write an event table" } : t)] }).Passes("Q6");
    }

    [Fact]
    public void PartOfAWord_IsNotTheWord() => Judge(WithTask("T001", t => t with { Title = "Write an event tableau" })).Passes("Q6");

    private static Plan WithDecision(Func<Decision, Decision> change) =>
        Sound with { Decisions = [.. Sound.Decisions.Select(d => d with { Decision = change(d.Decision) })] };

    private static Plan WithOption(Func<DecisionOption, DecisionOption> change) => WithDecision(d => d with { Options = [change(d.Options[0]), d.Options[1]] });
}
