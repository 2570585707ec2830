using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Review.Reports;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Checks;

public sealed class CompletenessCheckTests
{
    private const string Risks = "risks.md";

    [Fact]
    public void SoundPlan_PassesAndCountsFiles()
    {
        var judged = Judge(Sound);

        judged.Passes("Q8");
        Assert.Equal($"Files: {judged.Files.Files.Count}; left out with a reason: {judged.Files.NotApplicable.Count}.", judged.Reason("Q8"));
    }

    [Fact]
    public void MissingFileWithoutExcuse_IsFound() => Judge(Sound, s => s.Without(Risks)).Finds("Q8.missing", Risks);

    [Fact]
    public void MissingFileWithItsReason_IsFine() =>
        Judge(Sound, s => s.Without(Risks) with { NotApplicable = [.. s.NotApplicable, new(Risks, "Nobody may fail.")] }).Passes("Q8");

    [Fact]
    public void MissingFileWithAnEmptyReason_IsFound() =>
        Judge(Sound, s => s.Without(Risks) with { NotApplicable = [.. s.NotApplicable, new(Risks, " ")] }).Finds("Q8.missing", Risks);

    [Fact]
    public void FileThatIsThereAndExcused_IsFound() =>
        Judge(Sound, s => s with { NotApplicable = [.. s.NotApplicable, new(Risks, "Nobody may fail.")] }).Finds("Q8.excused", Risks);

    [Fact]
    public void PageThatSaysNothing_IsFound() => Judge(Sound, s => s.With(new Artifact(Risks, "# Risks: SHOP-101\n\nNone.\n"))).Finds("Q8.empty", Risks);

    [Fact]
    public void HeadingWithNothingUnderIt_IsFoundAtItsLine() =>
        Judge(Sound, s => s.Edited(Risks, "# Risks: SHOP-101\n", "# Risks: SHOP-101\n\n## Opinions\n")).Finds("Q8.empty", Risks, at: "## Opinions");

    [Fact]
    public void PageWithoutTitle_IsFound() =>
        Judge(Sound, s => s.Edited(Risks, "# Risks: SHOP-101\n", "Risks: SHOP-101\n")).Finds("Q8.heading", Risks, at: "Risks: SHOP-101");

    [Theory]
    [InlineData("implementation.md", "Executive summary")]
    [InlineData("implementation.md", "Current state")]
    [InlineData("implementation.md", "Implementation sequence")]
    [InlineData("implementation.md", "Phases")]
    [InlineData("implementation.md", "Risk register")]
    [InlineData("implementation.md", "Decisions")]
    [InlineData("implementation.md", "Success metrics")]
    [InlineData("implementation.md", "Rollback")]
    [InlineData("implementation.md", "Limitations")]
    [InlineData("SCHEMA_CHANGES.md", "Migrations")]
    [InlineData("ETL_CHANGES.md", "Data flow")]
    [InlineData("SERVICES_CHANGES.md", "Architecture")]
    [InlineData("dependencies.md", "Across components")]
    [InlineData("execution-plan.md", "Prompts")]
    [InlineData("testing-strategy.md", "Tests")]
    [InlineData("executive-summary.md", "In figures")]
    public void PageWithoutOneOfItsSections_IsFound(string path, string title) =>
        Assert.Contains(
            title,
            Judge(Sound, s => s.Edited(path, $"\n## {title}\n", "\n## Way back\n")).Finds("Q8.heading", path).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Detection: Waiting locks in pg_stat_activity.\n", "Detection: Waiting locks in pg_stat_activity.\n\nThis means that\n", "This means that")]
    [InlineData(
        "Detection: Waiting locks in pg_stat_activity.\n",
        "Detection: Waiting locks in pg_stat_activity.\n\n| R002 | half a row\n",
        "| R002 | half a row")]
    [InlineData("Detection: Waiting locks in pg_stat_activity.\n", "Detection: Waiting locks in pg_stat_activity.", "Detection")]
    public void PageThatBreaksOff_IsFoundAtItsLastLine(string from, string to, string line) =>
        Judge(Sound, s => s.Edited(Risks, from, to)).Finds("Q8.truncated", Risks, at: line);

    [Fact]
    public void JsonThatBreaksOff_IsFound() =>
        Assert.Contains(
            Report(Sound, s => s.With(new Artifact("risks.json", s.Text("risks.json")![..200] + "\n"))).Findings,
            f => f is { Code: "Q8.json", Severity: Severity.Error, Artifact: "risks.json", Line: > 1 });

    [Fact]
    public void CodeBlockThatNeverEnds_IsFoundAtItsLine() =>
        Assert.Equal(3, Judge(Sound, s => s.Edited(Risks, "# Risks: SHOP-101\n", "# Risks: SHOP-101\n\n```sql\n")).Finds("Q8.fence", Risks).Line);

    [Theory]
    [InlineData("API_CHANGES.md", "\"reason\": \"too small\"", "\"reason\" \"too small\"", "Q8.json")]
    [InlineData("API_CHANGES.md", "# API changes: SHOP-101\n", "# API changes: SHOP-101\n\n```yaml\na: [\n```\n", "Q8.yaml")]
    [InlineData("dependencies.md", "flowchart LR", "flowchat LR", "Q8.mermaid")]
    [InlineData("dependencies.md", "\"]:::critical", "\":::critical", "Q8.mermaid")]
    public void BlockThatDoesNotParse_IsFound(string path, string from, string to, string code) =>
        Assert.True(Judge(Sound, s => s.Edited(path, from, to)).Finds(code, path).Line > 0);

    [Theory]
    [InlineData("json", "{\"a\": 1}")]
    [InlineData("yaml", "a: [1, 2]")]
    [InlineData("sh", "[ -f x")]
    public void BlockThatParsesOrIsOfNoKnownLanguage_IsFine(string language, string text) =>
        Judge(Sound, s => s.Edited(Risks, "# Risks: SHOP-101\n", $"# Risks: SHOP-101\n\n```{language}\n{text}\n```\n")).Passes("Q8");

    [Fact]
    public void ContractThatIsNoYaml_IsFound() =>
        Assert.Contains(
            Report(Sound, s => s.Edited("contracts/openapi.yaml", "paths:", "paths: [")).Findings,
            f => f is { Code: "Q8.yaml", Artifact: "contracts/openapi.yaml", Line: > 0 });

    [Theory]
    [InlineData("questions.json", "\"blocking\": false", "\"blocks\": false")]
    [InlineData("questions.json", "\"owner\": \"Ana Reporter\"", "\"owner\": null")]
    [InlineData("risks.json", "\"probability\": \"Low\"", "\"probability\": \"Perhaps\"")]
    [InlineData("confidence_scores.json", "\"confidence\": 9", "\"confidence\": 8.5")]
    [InlineData("technical-decisions-log.json", "\"status\": \"Provisional\"", "\"status\": \"Perhaps\"")]
    [InlineData("tasks.json", "\"change\": \"add\"", "\"change\": \"invent\"")]
    public void FieldOfAnotherKind_IsFoundAtItsLine(string path, string from, string to) =>
        Assert.True(Judge(Sound, s => s.Edited(path, from, to)).Finds("Q8.shape", path).Line > 1);

    [Fact]
    public void FileThatDoesNotParse_LeavesItsCheckNotRun() =>
        Assert.Equal(CheckStatus.NotRun, Report(Sound, s => s.With(new Artifact("risks.json", "{"))).Checks.Single(c => c.Id == "Q7").Status);

    [Theory]
    [InlineData("[it](nowhere.md)", "Q8.link")]
    [InlineData("[it](../risks.md)", null)]
    [InlineData("[it](tasks.md)", null)]
    [InlineData("[it](tasks.md#wave-1)", null)]
    [InlineData("[it](tasks.md#wave-99)", "Q8.anchor")]
    [InlineData("[it](#r001-the-migration-holds-a-lock-on-orders)", null)]
    [InlineData("[it](#nothing)", "Q8.anchor")]
    [InlineData("[it](https://example.com/page)", null)]
    [InlineData("`[it](nowhere.md)`", null)]
    public void LinkInsideTheBundle_LeadsSomewhere(string link, string? code)
    {
        var judged = Judge(Sound, s => s.Edited(Risks, "Apply it", $"Apply {link}"));

        if (code is null)
        {
            judged.Passes("Q8");
        }
        else
        {
            judged.Finds(code, Risks, at: link);
        }
    }

    [Fact]
    public void DecisionThatDependsOnAnother_IsDrawnWithoutWhatLooksLikeResidue() =>
        Judge(Sound with { Decisions = [.. Sound.Decisions.Select(d => d with { Decision = d.Decision with { DependsOn = [d.Decision.Id] } })] }).Passes("Q8");
}
