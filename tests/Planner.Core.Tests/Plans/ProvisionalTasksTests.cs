using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Plans;

public sealed class ProvisionalTasksTests
{
    private static readonly Plan Provisional = PlanAssembler.Assemble(SettledPlans.Provisional());

    [Fact]
    public void ProvisionalDecision_AddsACheckpointAfterTheWork()
    {
        var checkpoint = Provisional.Tasks.Single(t => t.Satisfies.Contains("TD001", StringComparer.Ordinal) && !t.Contingent);

        Assert.Equal(Provisional.Tasks.Where(t => t.Area != "planning").Max(t => t.Wave) + 1, checkpoint.Wave);
        Assert.Equal(5, checkpoint.Phase);
    }

    [Fact]
    public void OptionNotTaken_GetsAContingentTaskInTheLastWave()
    {
        var move = Assert.Single(Provisional.Tasks, t => t.Contingent);

        Assert.Contains("option B", move.Title, StringComparison.Ordinal);
        Assert.Equal("Write one event per row.", move.Detail);
        Assert.Equal(Provisional.Waves[^1].Number, move.Wave);
    }

    [Fact]
    public void ContingentTask_CountsNeitherInTotalsNorOnTheCriticalPath()
    {
        var move = Provisional.Tasks.Single(t => t.Contingent);

        Assert.DoesNotContain(move.Id, Provisional.CriticalPath.Tasks);
        Assert.Equal(Provisional.Tasks.Where(t => !t.Contingent).Sum(t => t.EffortHours.Likely), Provisional.Total.Likely);
    }

    [Fact]
    public void DecisionThatAPersonTook_AddsNoTask() =>
        Assert.DoesNotContain(PlanAssembler.Assemble(SettledPlans.Decided()).Tasks, t => t.Area == "planning");

    [Fact]
    public void DecisionThatNobodyWasAsked_StandsAsPending() =>
        Assert.Equal(DecisionStatus.Pending, Assert.Single(PlanAssembler.Assemble(ReturnsTicket.Inputs).Decisions).Status);
}
