using Planner.Core.Review;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review;

public sealed class PagesTests
{
    [Fact]
    public void CriterionWithoutMeasure_WarnsAndFailsItsGate()
    {
        var report = Report(Sound with { Criteria = Sound.Criteria with { Items = [Sound.Criteria.Items[0], new("AC2", "The list is fast.")] } });

        Assert.Contains(report.Findings, f => f is { Code: "Q11.vague", Severity: Severity.Warning, Id: "AC2" });
        Assert.False(report.Gates.Single(g => g.Name.Contains("measurable", StringComparison.Ordinal)).Passed);
    }

    [Fact]
    public void VagueWordBesideAMeasure_IsFine() =>
        Assert.DoesNotContain(Report(Sound with { Criteria = Sound.Criteria with { Items = [Sound.Criteria.Items[0], new("AC2", "The list is fast: 200 ms.")] } }).Findings, f => f.Code == "Q11.vague");

    [Fact]
    public void SentenceInTwoFiles_IsFound()
    {
        const string Sentence = "Every return that a customer asks for within the window of thirty days is kept with its order and its reason until it is closed.";
        AssertFinds("Q15.twice", Report(Sound, s => s.Edited("risks.md", "- Probability", Sentence + "\n- Probability").Edited("questions.md", "# Questions: SHOP-101\n", "# Questions: SHOP-101\n\n" + Sentence + "\n")));
    }

    [Fact]
    public void LongSummary_IsFound() => AssertFinds("Q15.summary", Report(WithOpinion("service", o => o with { Summary = string.Join(' ', Enumerable.Range(0, 600).Select(i => $"word{i}")) })));

    [Theory]
    [InlineData("| Risks | 1", "| Risks | 2")]
    [InlineData("| Decisions | 1", "| Decisions | 7")]
    [InlineData("| Tasks due |", "| Tasks |")]
    public void SummaryThatCountsWrong_IsFound(string from, string to) => AssertFinds("Q15.figures", Report(Sound, s => s.Edited("executive-summary.md", from, to)));
}
