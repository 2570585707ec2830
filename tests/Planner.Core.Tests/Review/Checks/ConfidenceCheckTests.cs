using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reports;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Checks;

public sealed class ConfidenceCheckTests
{
    private const string File = "confidence_scores.json";

    [Fact]
    public void SoundPlan_PassesAndTellsTheOverallFigure()
    {
        Judge(Sound).Passes("Q9");
        Assert.Equal("Overall 8 of 10.", Judge(Sound).Reason("Q9"));
    }

    [Theory]
    [InlineData("\"etl\": {", "\"elt\": {", "Q9.missing", "etl")]
    [InlineData("\"etl\": {", "\"elt\": {", "Q9.unknown", "elt")]
    public void SpecialistWithoutItsScore_IsFound(string from, string to, string code, string id) =>
        Assert.Contains(
            Report(Sound, s => s.Edited(File, from, to)).Findings,
            f => f.Code == code && f is { Severity: Severity.Error, Artifact: File } && f.Id == id);

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void ConfidenceOffTheScale_IsFound(int confidence) =>
        Assert.Contains(
            Report(Rated("database", confidence, confidence)).Findings,
            f => f is { Code: "Q9.range", Severity: Severity.Error, Artifact: File, Id: "database", Line: > 0 });

    [Fact]
    public void RoundOffTheScale_IsFound() => Judge(Rated("api", 8, -1, 8)).Finds("Q9.range", File, "api", specialist: "api");

    [Fact]
    public void ConfidenceThatIsNoWholeNumber_IsFoundByTheCheckOfShapes() =>
        Assert.Contains(
            Report(Sound, s => s.Edited(File, "\"confidence\": 9", "\"confidence\": 8.5")).Findings,
            f => f is { Code: "Q8.shape", Artifact: File });

    [Fact]
    public void ConfidenceWithoutReason_IsFound() =>
        Judge(WithOpinion("api", o => o with { Rationale = " " })).Finds("Q9.rationale", File, "api", specialist: "api");

    [Fact]
    public void ConfidenceWithoutEvidence_IsFound() =>
        Judge(WithOpinion("api", o => o with { Evidence = [] })).Finds("Q9.evidence", File, "api", specialist: "api");

    [Fact]
    public void SpecialistWithNothingToDo_NeedsNoEvidence() =>
        Judge(WithOpinion("service", o => o with { Applies = false, Evidence = [], Designs = [] })).Passes("Q9");

    [Theory]
    [InlineData("\"overall\": 8", "\"overall\": 9", "Q9.overall", "overall")]
    [InlineData("overall = the lowest", "overall = about the lowest", "Q9.formula", "formula")]
    public void OverallFigureThatDoesNotFollow_IsFound(string from, string to, string code, string id) =>
        Judge(Sound, s => s.Edited(File, from, to)).Finds(code, File, id);

    [Fact]
    public void RoundsThatEndElsewhere_AreFound() => Judge(Rated("api", 8, 5, 6)).Finds("Q9.rounds", File, "api", specialist: "api");

    [Fact]
    public void RoundsThatRise_AreFine() => Judge(Rated("api", 8, 5, 6, 8)).Passes("Q9");

    [Theory]
    [InlineData(9, 8)]
    [InlineData(7, 6, 8)]
    public void FallThatNothingExplains_IsFound(params int[] rounds) => Judge(Rated("api", 8, rounds)).Finds("Q9.fall", File, "api", specialist: "api");

    [Fact]
    public void FallWithAGap_IsExplained()
    {
        var plan = Rated("api", 8, 9, 8);

        Judge(plan with
        {
            Opinions = [.. plan.Opinions.Select(o => o.Specialist == "api" ? o with { Gaps = [new("Returns", "Who may see them is not said.")] } : o)],
        }).Passes("Q9");
    }

    [Fact]
    public void FallWithAQuestion_IsExplained() => Judge(Rated("service", 8, 9, 8)).Passes("Q9");

    [Fact]
    public void FallWithADecision_IsExplained() => Judge(Rated("database", 9, 10, 9)).Passes("Q9");

    [Fact]
    public void SureWhileItsOwnQuestionBlocks_IsFound() =>
        Assert.Contains(Report(Blocking(null)).Findings, f => f is { Code: "Q9.capped", Severity: Severity.Error, Artifact: File, Id: "service", Line: > 0 }
            && f.Message.Contains("Q001 blocks", StringComparison.Ordinal));

    [Fact]
    public void SureWhileAQuestionThatTouchesItBlocks_IsFound() =>
        Assert.Contains(
            Report(Blocking(null, "api")).Findings,
            f => f is { Code: "Q9.capped", Severity: Severity.Error, Artifact: File, Id: "api", Specialist: "api", Line: > 0 });

    [Fact]
    public void SureAfterTheAnswer_IsFine() => Judge(Blocking("Yes.")).Passes("Q9");

    [Fact]
    public void SureWhileTheReviewFindsErrorsInItsWork_IsFound() =>
        Assert.Contains(
            "Q3.phantom-table",
            Judge(WithTask("T003", t => t with { Tables = ["ghosts"] })).Finds("Q9.capped", File, "service", specialist: "service").Message,
            StringComparison.Ordinal);

    [Fact]
    public void WarningsOfTheReview_CapNobody()
    {
        var sentence = string.Join(' ', Enumerable.Range(0, 600).Select(i => $"word{i}"));

        Judge(WithOpinion("service", o => o with { Summary = sentence })).Passes("Q9");
    }

    [Theory]
    [InlineData("src/Shop/Ghost.cs:12")]
    [InlineData("ghosts")]
    [InlineData("GET /ghosts")]
    public void SureOnEvidenceThatIsNotThere_IsFound(string evidence) =>
        Assert.Contains(
            evidence,
            Judge(WithOpinion("api", o => o with { Evidence = [.. o.Evidence, evidence] })).Finds("Q9.capped", File, "api", specialist: "api").Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("src/Shop/OrderService.cs:12")]
    [InlineData("orders")]
    [InlineData("GET /api/orders/{orderId}")]
    [InlineData("OrderServiceTests")]
    public void EvidenceThatWasFound_IsFine(string evidence) => Judge(WithOpinion("api", o => o with { Evidence = [evidence] })).Passes("Q9");

    [Fact]
    public void UnsureWhileSomethingIsOpen_IsHonest()
    {
        var plan = Rated("api", 6, 6);

        var judged = Judge(plan with { Opinions = [.. plan.Opinions.Select(o => o.Specialist == "api" ? o with { Evidence = ["src/Shop/Ghost.cs"] } : o)] });

        judged.Passes("Q9");
        Assert.False(judged.Report.Gates[0].Passed);
        Assert.Equal(Verdicts.NeedsAttention, judged.Report.Verdict);
    }

    private static Plan Rated(string specialist, int confidence, params int[] rounds)
    {
        var plan = WithOpinion(specialist, o => o with { Confidence = confidence });
        return plan with { Rounds = new Dictionary<string, IReadOnlyList<int>>(plan.Rounds, StringComparer.Ordinal) { [specialist] = rounds } };
    }

    private static Plan Blocking(string? answer, params string[] touches) =>
        Sound with { Questions = [.. Sound.Questions.Select(q => q with { Blocking = true, Answer = answer, Touches = touches })] };
}
