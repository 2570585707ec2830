using Planner.Core.Plans;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review;

public sealed class GraphAndCoverageTests
{
    [Fact]
    public void CriterionWithoutTask_IsFound() => AssertFinds("Q1.no-task", Report(Sound with { Criteria = Sound.Criteria with { Items = [.. Sound.Criteria.Items, new("AC3", "It prints 1 label.")] } }));

    [Fact]
    public void CriterionWithoutTest_IsFoundWithWhoCanMendIt() =>
        AssertFinds("Q1.no-test", Report(Sound with { Tests = [.. Sound.Tests.Select(t => t with { Covers = ["AC1"] })] }), "database");

    [Fact]
    public void TaskThatServesNothing_IsFound() => AssertFinds("Q1.orphan", Report(WithTask("T003", t => t with { Satisfies = [] })), "service");

    [Fact]
    public void TaskThatCitesAnUnknownId_IsFound() => AssertFinds("Q1.undeclared", Report(WithTask("T003", t => t with { Satisfies = ["AC1", "AC2", "AC7"] })), "service");

    [Fact]
    public void DependencyOnNothing_IsFound() => AssertFinds("Q2.missing", WaitingForNothing(), "database");

    [Fact]
    public void SameIdTwice_IsFound() => AssertFinds("Q2.duplicate", Report(Sound, s => s.Edited("tasks.json", "\"id\": \"T002\"", "\"id\": \"T001\"")));

    [Fact]
    public void Circle_IsFound() => AssertFinds("Q2.cycle", Report(Sound, s => s.Edited("tasks.json", "\"dependsOn\": [],", "\"dependsOn\": [\"T004\"],")));

    [Fact]
    public void WaveThatDoesNotFollowFromDependencies_IsFound() => AssertFinds("Q2.wave", Report(WithTask("T004", t => t with { Wave = 7 })));

    [Fact]
    public void TwoWritersInOneWave_AreFound() => AssertFinds("Q2.conflict", Report(Sound with
    {
        Tasks = [.. Sound.Tasks.Take(1), Sound.Tasks[1] with { DependsOn = [], Wave = 1, Tables = ["order_returns"] }, .. Sound.Tasks.Skip(2)],
    }));

    [Fact]
    public void PageThatDiffersFromTheJson_IsFound() => AssertFinds("Q2.differs", Report(Sound, s => s.Edited("tasks.md", "| T002 | Do export returns | 1 |", "| T002 | Do export returns | 2 |")));

    [Fact]
    public void PageThatLacksATask_IsFound() => AssertFinds("Q2.differs", Report(Sound, s => s.Edited("tasks.md", "| T002 | Do", "T002 | Do")));

    [Fact]
    public void BrokenGraph_FailsTheGateOfDependencies() =>
        Assert.False(WaitingForNothing().Gates.Single(g => g.Name.Contains("dependencies", StringComparison.Ordinal)).Passed);

    [Theory]
    [InlineData(4, 4, 4)]
    [InlineData(5, 4, 9)]
    [InlineData(0, 0, 0)]
    public void EstimateWithoutRange_FailsItsGate(double optimistic, double likely, double pessimistic) =>
        Assert.False(Report(WithTask("T001", t => t with { EffortHours = new Effort(optimistic, likely, pessimistic) })).Gates.Single(g => g.Name.Contains("range", StringComparison.Ordinal)).Passed);

    private static Core.Review.ReviewReport WaitingForNothing() =>
        Report(Sound, s => s.Edited("tasks.json", "\"dependsOn\": [],", "\"dependsOn\": [\"T099\"],"));
}
