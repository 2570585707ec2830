using Planner.Core.Plans;
using Planner.Core.Review;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review;

public sealed class ConfidenceAndQuestionsTests
{
    [Theory]
    [InlineData("\"confidence\": 9", "\"confidence\": 11", "Q9.range")]
    [InlineData("\"overall\": 8", "\"overall\": 9", "Q9.overall")]
    [InlineData("\"rationale\": \"OrderService holds every rule about orders today.\"", "\"rationale\": \"\"", "Q9.rationale")]
    [InlineData("\"etl\": {", "\"elt\": {", "Q9.missing")]
    public void BrokenScores_AreFound(string from, string to, string code) => AssertFinds(code, Report(Sound, s => s.Edited("confidence_scores.json", from, to)));

    [Fact]
    public void ConfidenceWithoutEvidence_IsFound() => AssertFinds("Q9.evidence", Report(WithOpinion("api", o => o with { Evidence = [] })), "api");

    [Fact]
    public void RoundsThatEndElsewhere_AreFound() =>
        AssertFinds("Q9.rounds", Report(Sound with { Rounds = new Dictionary<string, IReadOnlyList<int>>(Sound.Rounds, StringComparer.Ordinal) { ["api"] = [5, 6] } }), "api");

    [Fact]
    public void SureWhileAQuestionBlocks_IsFound() => AssertFinds("Q9.capped", Report(WithQuestion(q => q with { Blocking = true })), "service");

    [Fact]
    public void SureWhileTheReviewFindsErrorsInItsWork_IsFound() => AssertFinds("Q9.capped", Report(WithTask("T003", t => t with { Tables = ["ghosts"] })), "service");

    [Fact]
    public void LowConfidence_FailsTheGateAndNotTheCheck()
    {
        var plan = WithOpinion("api", o => o with { Confidence = 6 });
        var report = Report(plan with { Rounds = new Dictionary<string, IReadOnlyList<int>>(plan.Rounds, StringComparer.Ordinal) { ["api"] = [6] } });

        Assert.False(report.Gates[0].Passed);
        Assert.Equal(CheckStatus.Passed, report.Checks.Single(c => c.Id == "Q9").Status);
        Assert.Equal(Verdicts.NeedsAttention, report.Verdict);
    }

    [Fact]
    public void BlockingQuestionLeftOpen_IsFound() => AssertFinds("Q10.blocking", Report(WithQuestion(q => q with { Blocking = true })), "service");

    [Fact]
    public void BlockingQuestionThatWasAnswered_IsFine() => Assert.DoesNotContain(Report(WithQuestion(q => q with { Blocking = true, Answer = "Yes." })).Findings, f => f.Code == "Q10.blocking");

    [Fact]
    public void QuestionForNobody_IsFound() => AssertFinds("Q10.owner", Report(WithQuestion(q => q with { Owner = "" })));

    [Fact]
    public void QuestionWithoutAssumption_IsFound() => AssertFinds("Q10.assumption", Report(WithQuestion(q => q with { Assumption = "" })));

    [Fact]
    public void PageWithAnotherAssumption_IsFound() => AssertFinds("Q10.differs", Report(Sound, s => s.Edited("questions.md", "Yes, item by item.", "No.")));

    private static Plan WithQuestion(Func<Core.Decisions.Question, Core.Decisions.Question> change) => Sound with { Questions = [.. Sound.Questions.Select(change)] };
}
