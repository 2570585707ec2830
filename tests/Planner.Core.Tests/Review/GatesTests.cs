using Planner.Core.Opinions;
using Planner.Core.Review.Reports;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review;

public sealed class GatesTests
{
    [Fact]
    public void SoundPlan_PassesEveryGate() => Assert.All(Report(Sound).Gates, g => Assert.True(g.Passed, g.Name));

    [Fact]
    public void BrokenGraph_FailsTheGateOfDependencies() =>
        AssertFails("dependencies", JudgeTold(WithTask("T001", t => t with { DependsOn = ["T099"] }), "tasks.json", "tasks.md").Report);

    [Theory]
    [InlineData(4, 4, 4)]
    [InlineData(5, 4, 9)]
    [InlineData(0, 0, 0)]
    public void EstimateWithoutRange_FailsItsGate(double optimistic, double likely, double pessimistic) =>
        AssertFails("range", Report(WithTask("T001", t => t with { EffortHours = new Effort(optimistic, likely, pessimistic) })));

    [Fact]
    public void RiskWithoutMitigation_FailsItsGate() =>
        AssertFails("mitigation", Report(Sound with { Risks = [.. Sound.Risks.Select(r => r with { Mitigation = "" })] }));

    [Fact]
    public void VagueCriterion_FailsTheGateOfMeasures() =>
        AssertFails("measurable", Report(Sound with { Criteria = Sound.Criteria with { Items = [Sound.Criteria.Items[0], new("AC2", "The list is fast.")] } }));

    [Fact]
    public void ErrorOfAnyCheck_FailsTheLastGate() => AssertFails("No check", Report(Sound, s => s.Without("risks.md")));

    private static void AssertFails(string gate, ReviewReport report)
    {
        Assert.False(report.Gates.Single(g => g.Name.Contains(gate, StringComparison.Ordinal)).Passed);
        Assert.Equal(Verdicts.NeedsAttention, report.Verdict);
    }
}
