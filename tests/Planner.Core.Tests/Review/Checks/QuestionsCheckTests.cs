using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reports;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Checks;

public sealed class QuestionsCheckTests
{
    private const string File = "questions.json";
    private const string Page = "questions.md";

    [Fact]
    public void SoundPlan_PassesAndCountsWhatIsOpen()
    {
        Judge(Sound).Passes("Q10");
        Assert.Equal("Questions: 1; open: 1.", Judge(Sound).Reason("Q10"));
    }

    [Fact]
    public void BlockingQuestionLeftOpen_IsFound() =>
        Judge(WithQuestion(q => q with { Blocking = true })).Finds("Q10.blocking", File, "Q001");

    [Fact]
    public void BlockingQuestionThatWasAnswered_IsFine() => Judge(WithQuestion(q => q with { Blocking = true, Answer = "Yes." })).Passes("Q10");

    [Fact]
    public void QuestionForNobody_IsFound() => Judge(WithQuestion(q => q with { Owner = "" })).Finds("Q10.owner", File, "Q001", specialist: "service");

    [Fact]
    public void QuestionWithoutAssumption_IsFound() => Judge(WithQuestion(q => q with { Assumption = " " })).Finds("Q10.assumption", File, "Q001");

    [Fact]
    public void QuestionAskedTwice_IsFound() => Judge(Sound with { Questions = [.. Sound.Questions, .. Sound.Questions] }).Finds("Q10.id", File, "Q001");

    [Fact]
    public void QuestionWithoutNumber_IsFound() =>
        Assert.Contains(
            Report(Sound, s => s.Edited(File, "\"id\": \"Q001\"", "\"id\": \"partial\"")).Findings,
            f => f is { Code: "Q10.id", Severity: Severity.Error, Artifact: File, Id: "partial", Line: > 0 });

    [Theory]
    [InlineData("Yes, item by item.", "No.")]
    [InlineData("May part of an order", "May an order")]
    [InlineData("| Ana Reporter | no |", "| Ana Reporter | yes |")]
    [InlineData("| open |", "| Yes. |")]
    public void PageThatDiffersFromTheList_IsFoundAtItsLine(string from, string to) =>
        Judge(Sound, s => s.Edited(Page, from, to)).Finds("Q10.differs", Page, "Q001", at: to);

    [Fact]
    public void QuestionThatOnlyTheListHas_IsFound() =>
        Assert.Contains(
            Report(Sound, s => s.With(new Planner.Core.Artifacts.Artifact(Page, "# Questions: SHOP-101\n"))).Findings,
            f => f is { Code: "Q10.differs", Artifact: Page, Id: "Q001" });

    [Fact]
    public void QuestionThatOnlyThePageHas_IsFound() =>
        Assert.Contains(
            Report(Sound, s => s.Edited(Page, "| Q001 |", "| Q002 | May it rain? | Ana | no | Yes. | open |\n| Q001 |")).Findings,
            f => f is { Code: "Q10.differs", Artifact: Page, Id: "Q002", Line: > 0 });

    [Fact]
    public void CitedQuestionThatNobodyAsks_IsFoundWhereItIsCited() =>
        Judge(Sound, s => s.Edited("risks.md", "Apply it", "Apply it (see Q007)")).Finds("Q10.unknown", "risks.md", "Q007");

    [Fact]
    public void CitedQuestionThatIsAsked_IsFine() => Judge(Sound, s => s.Edited("risks.md", "Apply it", "Apply it (see Q001)")).Passes("Q10");

    [Fact]
    public void WordOfTheTicketThatLooksLikeAQuestion_IsFine() =>
        Judge(
            Sound with { Ticket = Sound.Ticket with { Description = "Form Q305 is printed." } },
            s => s.Edited("risks.md", "Apply it", "Print Q305")).Passes("Q10");

    [Fact]
    public void MarkOfSomethingUnclearWithoutQuestion_IsFoundAtItsLine() =>
        Judge(Sound, s => s.Edited("risks.md", "Apply it", "[NEEDS CLARIFICATION] Apply it")).Finds("Q10.marker", "risks.md", at: "[NEEDS CLARIFICATION]");

    [Fact]
    public void MarkOfSomethingUnclearWithItsQuestion_IsFine() =>
        Judge(Sound, s => s.Edited("risks.md", "Apply it", "[NEEDS CLARIFICATION: Q001] Apply it")).Passes("Q10");

    [Fact]
    public void ListThatDoesNotSayWhatBlocks_LeavesTheCheckNotRun() =>
        Assert.Equal(
            CheckStatus.NotRun,
            Report(Sound, s => s.Edited(File, "\"blocking\": false", "\"blocking\": \"perhaps\"")).Checks.Single(c => c.Id == "Q10").Status);

    private static Plan WithQuestion(Func<Question, Question> change) => Sound with { Questions = [.. Sound.Questions.Select(change)] };
}
