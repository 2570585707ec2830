using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Documents;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Testing.Builders;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Performance;

public sealed class PerformancePlanTests
{
    private const string Post = "POST /api/visits/{visitId}/referrals";

    [Fact]
    public async Task StatedTime_StandsWithPercentileLoadAndItsTest()
    {
        var plan = await Plan($"- Latency: p95 of `{Post}` at most 200 ms at 50 requests per second.");
        var target = Design(plan).Targets.Single(t => t.Subject == Post);

        Assert.Equal(("200 ms", "p95", "50 requests per second"), (target.Limit, target.Percentile, target.Load));
        Assert.Contains($"| `{Post}` | 200 ms | p95 | 50 requests per second | not stated | {target.Test} | – |", Page(plan), StringComparison.Ordinal);
        Assert.Contains(plan.Tests, t => t.Id == target.Test);
    }

    [Fact]
    public async Task TimeWithoutLoad_AsksForTheLoadAndMakesNoneUp()
    {
        var plan = await Plan($"- Latency: p95 of `{Post}` at most 200 ms.");
        var question = plan.Questions.Single(q => q.Text.StartsWith("At how many calls per second", StringComparison.Ordinal));

        Assert.Contains($"| `{Post}` | 200 ms | p95 | not stated | not stated |", Page(plan), StringComparison.Ordinal);
        Assert.Contains($"load: {question.Id} |", Page(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimeOfToday_IsNotTakenForTheLimit()
    {
        var target = Design(await Plan($"- p95 of `{Post}` stays at or below 100 ms (80 ms today).")).Targets[0];

        Assert.Equal(("100 ms", "80 ms"), (target.Limit, target.Today));
    }

    [Fact]
    public async Task SeveralTimesInOneSentence_GoToTheNameBeforeEach()
    {
        var plan = await Plan($"- At the 95th percentile, `{Post}` takes at most 200 ms and `VisitReportJob` at most 10 minutes more than today.");

        Assert.Equal(["200 ms", "10 minutes more than today"], Design(plan).Targets.OrderByDescending(t => t.IsEndpoint).Select(t => t.Limit));
    }

    [Fact]
    public async Task Alarm_IsTheStatedTimeAndTheWarningNineTenthsOfIt() =>
        Assert.Contains(
            $"| p95 of `{Post}` | above 180 ms | above 200 ms | none in the repository: Q",
            Page(await Plan($"- p95 of `{Post}` at most 200 ms.")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("1,000 ms", "900 ms")]
    [InlineData("2.5 s", "2.25 s")]
    [InlineData("10 minutes more than today", "9 minutes more than today")]
    [InlineData("as long as before", "as long as before")]
    public void NineTenths_KeepTheUnit(string limit, string expected) => Assert.Equal(expected, MonitoringSection.NineTenths(limit));

    [Fact]
    public async Task ReadWithoutIndex_StandsWithItsRiskAndItsQuery()
    {
        var round = PanelRound.About(
            Fixtures.Clinic().Found("VisitReportJob", MentionKind.Type).Found("visits", MentionKind.Table),
            "`visits` has 40 million rows.",
            "`VisitReportJob` also counts closed visits in the nightly export.");
        var plan = await round.Plan() with { Size = TaskSize.M };
        var path = Assert.Single(Design(plan).HotPaths);

        Assert.Contains(
            $"| `VisitReportJob` | `visits` by `updated_at`, without an index | 40 million rows | `{path.Place}` | {path.Risk} | – |",
            Page(plan),
            StringComparison.Ordinal);
        Assert.Contains(plan.Risks, r => r.Id == path.Risk);
    }

    [Fact]
    public void PlanThatStatesNoFigure_HasNoPerformancePlanAndSaysWhy()
    {
        var silent = new Opinion { Specialist = "performance", Round = 1, Applies = false, Confidence = 10, Rationale = "nothing to do: no figure is stated." };
        var seat = PanelSeat.Of(SpecialistLibrary.BuiltIn().Single(d => d.Name == silent.Specialist));
        var inputs = SettledPlans.Provisional([.. ReturnsPanel.Opinions, silent]);
        var plan = PlanAssembler.Assemble(inputs with { Panel = [.. inputs.Panel, seat] });

        Assert.Contains(
            ArtifactComposer.Compose(plan).NotApplicable,
            n => n is { Path: "performance-plan.md", Reason: "The performance specialist: nothing to do: no figure is stated." });
    }

    private static async Task<Plan> Plan(string stated) => await PanelRound.About(
        Fixtures.Clinic()
            .New("referrals", MentionKind.Table, "visit_id bigint!", "fee numeric(10,2)!")
            .New(Post, MentionKind.Endpoint)
            .Found("visits", MentionKind.Table).Found("VisitReportJob", MentionKind.Type),
        stated,
        $"`{Post}` stores a row in `referrals` and answers 201; `VisitReportJob` counts it.").Plan() with
    { Size = TaskSize.L };

    private static PerformanceDesign Design(Plan plan) => plan.Opinions.Single(o => o.Specialist == "performance").Design<PerformanceDesign>()!;

    private static string Page(Plan plan) => ArtifactComposer.Compose(plan).Text("performance-plan.md")!;
}
