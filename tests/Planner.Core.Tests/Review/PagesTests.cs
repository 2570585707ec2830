using Planner.Core.Artifacts;
using Planner.Core.Review;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review;

public sealed class PagesTests
{
    [Fact]
    public void MissingFileWithoutExcuse_IsFound() => AssertFinds("Q8.missing", Report(Sound, s => s with { Files = [.. s.Files.Where(f => f.Path != "risks.md")] }));

    [Theory]
    [InlineData("TBD")]
    [InlineData("FIXME")]
    [InlineData("[...]")]
    [InlineData("{{owner}}")]
    [InlineData("Lorem ipsum")]
    public void ResidueOfADraft_IsFound(string residue) => AssertFinds("Q8.residue", Report(Sound, s => s.Edited("risks.md", "Apply it", $"{residue} Apply it")));

    [Fact]
    public void WordsOfTheTicketItself_AreNoResidue() =>
        Assert.DoesNotContain(Report(Sound with { Ticket = Sound.Ticket with { Summary = "Remove every TODO" } }).Findings, f => f.Code == "Q8.residue");

    [Fact]
    public void CodeBlockThatNeverEnds_IsFoundAtItsLine()
    {
        var report = Report(Sound, s => s.Edited("risks.md", "# Risks: SHOP-101\n", "# Risks: SHOP-101\n\n```sql\n"));

        AssertFinds("Q8.fence", report);
        Assert.Equal(3, report.Findings.Single(f => f.Code == "Q8.fence").Line);
    }

    [Theory]
    [InlineData("API_CHANGES.md", "\"reason\": \"too small\"", "\"reason\" \"too small\"", "Q8.json")]
    [InlineData("dependencies.md", "flowchart LR", "flowchat LR", "Q8.mermaid")]
    [InlineData("dependencies.md", "\"]:::critical", "\":::critical", "Q8.mermaid")]
    [InlineData("risks.md", "Apply it", "Apply [it](nowhere.md)", "Q8.link")]
    [InlineData("implementation.md", "## Rollback", "## Way back", "Q8.heading")]
    [InlineData("risks.json", "\"risks\": [", "\"risks\": ", "Q8.json")]
    public void BrokenPage_IsFound(string path, string from, string to, string code) => AssertFinds(code, Report(Sound, s => s.Edited(path, from, to)));

    [Fact]
    public void FileThatDoesNotParse_LeavesItsCheckNotRun() =>
        Assert.Equal(CheckStatus.NotRun, Report(Sound, s => s.With(new Artifact("risks.json", "{"))).Checks.Single(c => c.Id == "Q7").Status);

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

    [Fact]
    public void DecisionThatDependsOnAnother_IsDrawnWithoutWhatLooksLikeResidue()
    {
        var plan = Sound with { Decisions = [.. Sound.Decisions.Select(d => d with { Decision = d.Decision with { DependsOn = [d.Decision.Id] } })] };

        Assert.DoesNotContain(Report(plan).Findings, f => f.Artifact == "dependencies.md");
    }
}
