using Planner.Core.Plans;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Checks;

public sealed class CoverageCheckTests
{
    [Fact]
    public void SoundPlan_PassesAndCountsByKindOfTest()
    {
        var judged = Judge(Sound);

        judged.Passes("Q1");
        Assert.Equal("2 of 2 criteria are covered; tests: 1 Unit, 3 Integration.", judged.Reason("Q1"));
    }

    [Fact]
    public void CriterionWithoutTask_IsFoundWithWhoCanMendIt() =>
        Judge(Sound with { Tasks = [.. Sound.Tasks.Select(t => t with { Satisfies = ["AC1"] })] }).Finds(
            "Q1.no-task",
            "tasks.json",
            "AC2",
            specialist: "database");

    [Fact]
    public void CriterionThatOnlyAContingentTaskServes_IsFound()
    {
        var plan = Sound with { Tasks = [.. Sound.Tasks.Select(t => t with { Contingent = t.Contingent || t.Satisfies.Contains("AC2") })] };

        Judge(plan).Finds("Q1.no-task", "tasks.json", "AC2");
    }

    [Fact]
    public void CriterionWithoutTest_IsFoundWithWhoCanMendIt() =>
        Judge(Sound with { Tests = [.. Sound.Tests.Select(t => t with { Covers = ["AC1"] })] }).Finds(
            "Q1.no-test",
            "tasks.json",
            "AC2",
            specialist: "database");

    [Fact]
    public void UncoveredCriterion_IsNotCounted() =>
        Assert.StartsWith(
            "1 of 2 criteria",
            Judge(Sound with { Tests = [.. Sound.Tests.Select(t => t with { Covers = ["AC1"] })] }).Reason("Q1"),
            StringComparison.Ordinal);

    [Fact]
    public void TaskThatServesNothing_IsFound() =>
        Judge(WithTask("T003", t => t with { Satisfies = [] })).Finds("Q1.orphan", "tasks.json", "T003", specialist: "service");

    [Theory]
    [InlineData("TD001")]
    [InlineData("R001")]
    public void TaskThatServesADecisionOrARisk_IsNoOrphan(string id) => Judge(WithTask("T003", t => t with { Satisfies = [id] })).Passes("Q1");

    [Fact]
    public void TaskThatCitesAnUnknownId_IsFound() =>
        Judge(WithTask("T003", t => t with { Satisfies = ["AC1", "AC2", "AC7"] })).Finds("Q1.undeclared", "tasks.json", "T003", specialist: "service");

    [Fact]
    public void TestThatCitesAnUnknownId_IsFound() =>
        Judge(Sound with { Tests = [.. Sound.Tests.Select((t, i) => i == 0 ? t with { Covers = [.. t.Covers, "AC7"] } : t)] }).Finds(
            "Q1.undeclared",
            "tasks.json",
            "V001",
            specialist: "database");

    [Fact]
    public void CriterionThatReadsOtherwiseThanItWasFrozen_IsFound() =>
        Judge(Sound, s => s.Edited("tasks.json", "within 30 days.", "within 60 days.")).Finds("Q1.criteria", "tasks.json", "AC1");

    [Fact]
    public void CriterionThatTheFileInvents_IsFound() =>
        Assert.Equal(["AC2", "AC3"], Report(Sound, s => s.Edited("tasks.json", "\"id\": \"AC2\"", "\"id\": \"AC3\"")).Findings
            .Where(f => f.Code == "Q1.criteria")
            .Select(f => f.Id)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void FileThatIsNotThere_LeavesTheCheckNotRun() =>
        Assert.Equal(Planner.Core.Review.Reports.CheckStatus.NotRun, Report(Sound, s => s.Without("tasks.json")).Checks.Single(c => c.Id == "Q1").Status);
}
