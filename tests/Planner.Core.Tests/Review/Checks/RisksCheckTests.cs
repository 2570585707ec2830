using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reports;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Checks;

public sealed class RisksCheckTests
{
    private const string File = "risks.json";

    [Fact]
    public void SoundPlan_Passes() => Judge(Sound).Passes("Q7");

    [Theory]
    [InlineData("\"probability\": \"Low\"", "\"probability\": \"Perhaps\"")]
    [InlineData("\"impact\": \"Medium\"", "\"impact\": \"Bad\"")]
    public void LevelOfAnotherWord_LeavesTheCheckNotRun(string from, string to) =>
        Assert.Equal(CheckStatus.NotRun, Report(Sound, s => s.Edited(File, from, to)).Checks.Single(c => c.Id == "Q7").Status);

    [Fact]
    public void RiskOfNobody_IsFound() => Judge(WithRisk(r => r with { Owner = "" })).Finds("Q7.owner", File, "R001", specialist: "database");

    [Fact]
    public void RiskWithoutMitigation_IsFound() => Judge(WithRisk(r => r with { Mitigation = " " })).Finds("Q7.mitigation", File, "R001");

    [Fact]
    public void RiskThatNoTaskMitigates_IsFound() => Judge(WithRisk(r => r with { Tasks = [] })).Finds("Q7.no-task", File, "R001", specialist: "database");

    [Fact]
    public void RiskMitigatedByATaskThatIsNotThere_IsFound() => Judge(WithRisk(r => r with { Tasks = ["T099"] })).Finds("Q7.missing", File, "R001");

    [Fact]
    public void RiskThatNobodyNotices_IsFound() => Judge(WithRisk(r => r with { Detection = " " })).Finds("Q7.detection", File, "R001");

    [Fact]
    public void LikelyAndGraveRiskWithoutContingency_IsFound() =>
        Judge(WithRisk(r => r with { Probability = Level.High, Impact = Level.High, Contingency = "" })).Finds("Q7.contingency", File, "R001");

    [Theory]
    [InlineData(Level.High, Level.Medium)]
    [InlineData(Level.Medium, Level.High)]
    public void LesserRiskWithoutContingency_IsFine(Level probability, Level impact) =>
        Judge(WithRisk(r => r with { Probability = probability, Impact = impact, Contingency = "" })).Passes("Q7");

    [Fact]
    public void MigrationThatCannotBeUndoneWithoutRisk_IsFound() =>
        Judge(WithMigration(m => m with { Irreversible = "It drops data." }) with { Risks = [] }).Finds(
            "Q7.irreversible",
            File,
            "order_returns",
            specialist: "database");

    [Theory]
    [InlineData("ALTER TABLE orders DROP COLUMN placed_at;")]
    [InlineData("DROP TABLE orders;")]
    [InlineData("truncate orders;")]
    [InlineData("DELETE FROM orders;")]
    public void MigrationThatLosesDataWithoutRisk_IsFound(string up) =>
        Judge(WithMigration(m => m with { Up = up + m.Up }) with { Risks = [] }).Finds("Q7.irreversible", File, "order_returns", specialist: "database");

    [Fact]
    public void MigrationThatLosesDataWithARiskOfItsTask_IsFine() => Judge(WithMigration(m => m with { Irreversible = "It drops data." })).Passes("Q7");

    [Fact]
    public void HardDecisionWithoutRisk_IsFound() => Judge(Hard() with { Risks = [] }).Finds("Q7.hard", File, "TD001", specialist: "database");

    [Fact]
    public void HardDecisionWithARiskOfOtherWork_IsFound() =>
        Judge(Hard() with { Risks = [.. Sound.Risks.Select(r => r with { Tasks = ["T002"] })] }).Finds("Q7.hard", File, "TD001");

    [Fact]
    public void HardDecisionWithARiskOfItsWork_IsFine() => Judge(Hard()).Passes("Q7");

    private static Plan WithRisk(Func<Risk, Risk> change) => Sound with { Risks = [.. Sound.Risks.Select(change)] };

    private static Plan WithMigration(Func<MigrationScript, MigrationScript> change) =>
        WithOpinion("database", o => o.Redesigned<SchemaDesign>(d => d with { Migrations = [change(d.Migrations[0])] }));

    private static Plan Hard() => Sound with { Decisions = [.. Sound.Decisions.Select(d => d with { Option = "B" })] };
}
