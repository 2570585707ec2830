using Moq;
using Planner.Core.Planning.Runs;
using Planner.Durability;
using Planner.Durability.Telemetry;
using Planner.Integrations.Telemetry;
using Planner.Testing.Clock;
using Planner.Testing.Telemetry;
using Xunit;

namespace Planner.Integrations.Tests.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class RunGaugesTests : IDisposable
{
    private readonly ManualClock clock = new();
    private readonly Mock<IWorkflowClient> client = new(MockBehavior.Strict);
    private readonly RunGauges gauges;

    public RunGaugesTests() => gauges = new RunGauges(clock);

    [Fact]
    public async Task Figures_AreToldUntilNobodyRefreshesThem()
    {
        using var metrics = new MetricRecorder();
        Runs(Waiting("SHOP-1-t1"));
        await gauges.Refresh(client.Object, CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(0.1));

        Assert.Equal(1, Assert.Single(metrics.Ask(MetricNames.Runs), m => m.Tags[TagNames.RunStatus] is "Waiting").Value);
        Assert.Equal(1, Assert.Single(metrics.Ask(MetricNames.DecisionsWaiting)).Value);
        Assert.Equal(3960, Assert.Single(metrics.Ask(MetricNames.OldestDecision)).Value);
        Assert.Equal(6840, Assert.Single(metrics.Ask(MetricNames.NextDeadline)).Value);
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Empty(metrics.Ask(MetricNames.Runs));
        Assert.Empty(metrics.Ask(MetricNames.NextDeadline));
    }

    [Fact]
    public async Task WithoutAWait_AgeAndDeadlineAreAbsent()
    {
        using var metrics = new MetricRecorder();
        Runs();
        await gauges.Refresh(client.Object, CancellationToken.None);

        Assert.Equal(4, metrics.Ask(MetricNames.Runs).Count);
        Assert.Equal(0, Assert.Single(metrics.Ask(MetricNames.DecisionsWaiting)).Value);
        Assert.Empty(metrics.Ask(MetricNames.OldestDecision));
        Assert.Empty(metrics.Ask(MetricNames.NextDeadline));
    }

    [Fact]
    public async Task Count_ReadsRunsUnderWayInPages_AndNeverMoreThanItsBound()
    {
        using var metrics = new MetricRecorder();
        var page = new RunPage([.. Enumerable.Repeat(Waiting("SHOP-1-t1"), 200)], "more");
        client.Setup(c => c.List(It.IsAny<RunQuery>(), It.IsAny<CancellationToken>())).ReturnsAsync(page);
        await gauges.Refresh(client.Object, CancellationToken.None);

        client.Verify(c => c.List(It.Is<RunQuery>(q => q.Statuses!.Count == 3), It.IsAny<CancellationToken>()), Times.Exactly(10));
    }

    [Fact]
    public async Task Unheard_NothingIsRead() => await gauges.Refresh(client.Object, CancellationToken.None);

    public void Dispose() => gauges.Dispose();

    private void Runs(params RunInfo[] runs) =>
        client.Setup(c => c.List(It.IsAny<RunQuery>(), It.IsAny<CancellationToken>())).ReturnsAsync(new RunPage(runs, null));

    private RunInfo Waiting(string id) => new()
    {
        InstanceId = id,
        Workflow = "plan-ticket",
        StoryVersion = "1",
        Status = RunStatus.Running,
        CreatedAt = clock.GetUtcNow(),
        UpdatedAt = clock.GetUtcNow(),
        CustomStatus = Payload.Write(new RunProgress("waiting")
        {
            WaitingFor = [new AgendaEntry("TD001", "Rita")],
            Since = clock.GetUtcNow().AddHours(-1),
            Until = clock.GetUtcNow().AddHours(2),
        }),
    };
}
