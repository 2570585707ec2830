using Planner.Core.Artifacts;
using Planner.Core.Decisions;
using Planner.Core.Plans;
using Planner.Core.Review;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Plans;

public sealed class WholePlanTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void ProvisionalPlan_IsApprovedAsSuch()
    {
        var plan = PlanAssembler.Assemble(Provisional());

        var report = Reviewer.Review(plan, ArtifactComposer.Compose(plan), new());

        Assert.Empty(report.Findings.Select(f => $"{f.Code} {f.Artifact}:{f.Line} {f.Message}"));
        Assert.Equal(Verdicts.Provisional, report.Verdict);
    }

    [Fact]
    public void SameInputs_GiveTheSameBytes()
    {
        Assert.Equal(Bytes(Provisional()), Bytes(Provisional()));
    }

    private static string Bytes(PlanInputs inputs)
    {
        var plan = PlanAssembler.Assemble(inputs);
        var set = ArtifactComposer.Compose(plan);
        set = ReviewArtifacts.Add(set, plan, Reviewer.Review(plan, set, new()));
        return string.Concat(set.Files.Select(f => $"{f.Path}\n{f.Text}"));
    }

    private static PlanInputs Provisional()
    {
        var agenda = Agenda.From(ReturnsPanel.Opinions, [], []);
        var settled = agenda.Open.Select(i => ProvisionalChoice.For(i.Decision).Settle(i.Decision, Noon, Noon)).ToList();
        return ReturnsTicket.Inputs with { SettledDecisions = settled, Questions = agenda.Questions, Ids = agenda.Ids };
    }
}
