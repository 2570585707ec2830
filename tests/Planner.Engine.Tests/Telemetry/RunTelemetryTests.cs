using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Planner.Conformance.Engine;
using Planner.Durability;
using Planner.Durability.Telemetry;
using Planner.Engine.History;
using Planner.Testing.Telemetry;

namespace Planner.Engine.Tests.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class RunTelemetryTests : IDisposable
{
    private static readonly Step<int, int> Before = new("before") { Retry = new RetryPolicy(3, TimeSpan.Zero, 1, TimeSpan.Zero) };
    private static readonly Step<int, int> After = new("after");
    private static readonly Signal<int> Go = new("go");

    private static readonly Story<int, int> Waiting = new("waiting", async (context, input) =>
    {
        await context.Call(Before, input);
        await context.WaitFor(Go, context.UtcNow.AddDays(2));
        return await context.Call(After, input);
    });

    private readonly SpanRecorder spans = new(PlannerTelemetry.Name, "Outside");
    private readonly MetricRecorder metrics = new();
    private readonly ActivitySource outside = new("Outside");
    private int attempts;

    [Fact]
    public async Task RunOverARestart_IsOneTraceUnderItsStart_AndTheSignalIsALink()
    {
        await using var host = await EmbeddedHarness.Open(Catalog());
        var (request, answer) = (await StartWithin(host), "");
        await host.Restart();
        using (var asked = outside.StartActivity("answer"))
        {
            answer = asked!.SpanId.ToHexString();
            await host.Client.Raise("SHOP-7-t1", Go, 1);
        }

        await host.Client.WaitForEnd("SHOP-7-t1");
        var start = Assert.Single(spans.Of("SHOP-7-t1"), s => s.OperationName == "start waiting");
        var steps = spans.Of("SHOP-7-t1").Where(s => s.OperationName.StartsWith("step", StringComparison.Ordinal)).ToList();

        Assert.Equal(request, start.ParentSpanId.ToHexString());
        Assert.Equal(["step before", "step after"], steps.Select(s => s.OperationName));
        Assert.All(steps, s => Assert.Equal((start.TraceId, start.SpanId), (s.TraceId, s.ParentSpanId)));
        Assert.Empty(steps[0].Links);
        Assert.Equal(answer, Assert.Single(steps[1].Links).Context.SpanId.ToHexString());
        Assert.Equal("SHOP-7", steps[0].GetTagItem(TagNames.TicketKey));
        Assert.Equal("Completed", Assert.Single(spans.Of("SHOP-7-t1"), s => s.OperationName == "run waiting").GetTagItem(TagNames.RunStatus));
    }

    [Fact]
    public async Task Replay_CountsNothingTwice()
    {
        await using var host = await EmbeddedHarness.Open(Catalog());
        await StartWithin(host);
        await host.Client.Start(Waiting, "SHOP-7-t1", 0);
        await host.Restart();
        await host.Restart();
        await host.Client.Raise("SHOP-7-t1", Go, 1);
        await host.Client.WaitForEnd("SHOP-7-t1");
        await host.Restart();

        Assert.Equal(1, metrics.Of(MetricNames.RunsStarted).Sum(m => m.Value));
        Assert.Equal(["Completed"], metrics.Of(MetricNames.RunsEnded).Select(m => m.Tags[TagNames.RunStatus]));
        Assert.Equal(2, metrics.Of(MetricNames.StepDuration).Count);
        Assert.Empty(metrics.Of(MetricNames.StepRetries));
    }

    [Fact]
    public async Task StepThatFails_IsTriedAndToldAgain_AndItsWordsStandInNoSpan()
    {
        await using var host = await EmbeddedHarness.Open(Catalog(failures: 5));
        await host.Client.Start(Waiting, "SHOP-7-t1", 0);
        await host.Client.WaitForEnd("SHOP-7-t1");
        var steps = spans.Of("SHOP-7-t1").Where(s => s.OperationName == "step before").ToList();

        Assert.Equal([1, 2, 3], steps.Select(s => s.GetTagItem(TagNames.Attempt)));
        Assert.All(steps, s => Assert.Equal((ActivityStatusCode.Error, nameof(InvalidOperationException)), (s.Status, s.GetTagItem(TagNames.ErrorType))));
        Assert.DoesNotContain(steps.SelectMany(s => s.TagObjects), t => $"{t.Value}".Contains("s3cret", StringComparison.Ordinal));
        Assert.Equal(2, metrics.Of(MetricNames.StepRetries).Sum(m => m.Value));
        Assert.All(metrics.Of(MetricNames.StepDuration), m => Assert.Equal("failed", m.Tags[TagNames.Outcome]));
        Assert.Equal(["Failed"], metrics.Of(MetricNames.RunsEnded).Select(m => m.Tags[TagNames.RunStatus]));
        Assert.DoesNotContain(metrics.All.SelectMany(m => m.Tags.Values), value => $"{value}".Contains("SHOP-7", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("asked for by Olga", null, "Cancelled")]
    [InlineData("superseded by SHOP-7-t2", null, "Cancelled")]
    [InlineData("a newer trigger came", "SHOP-7-t2", "Superseded")]
    public async Task RunThatIsEndedFromOutside_IsToldFromOneThatGaveWay(string reason, string? inFavourOf, string told)
    {
        await using var host = await EmbeddedHarness.Open(Catalog());
        await StartWithin(host);
        await host.Client.Terminate("SHOP-7-t1", new Termination(reason) { SupersededBy = inFavourOf });
        await host.Client.WaitForEnd("SHOP-7-t1");

        Assert.Equal([told], metrics.Of(MetricNames.RunsEnded).Select(m => m.Tags[TagNames.RunStatus]));
    }

    [Fact]
    public void HistoryWithoutTraces_IsWrittenAsBefore()
    {
        HistoryEvent[] events = [new RunStarted(DateTimeOffset.UnixEpoch, "1", 1, 0), new SignalReceived(DateTimeOffset.UnixEpoch, "go", "1")];
        var history = new RunHistory("SHOP-7-t1", "waiting", "1", events);

        Assert.DoesNotContain("trace", history.ToJson(), StringComparison.OrdinalIgnoreCase);
        Assert.Null(((RunStarted)RunHistory.FromJson(history.ToJson()).Events[0]).TraceParent);
    }

    [Fact]
    public void TraceParentThatIsNone_BeginsATraceAnew()
    {
        var call = new StepCall("SHOP-7-t1", "SHOP-7-t1/before/1", 1, DateTimeOffset.UnixEpoch, CancellationToken.None);

        StepAttempt.Begin("before", call, new TraceLine("written by a stranger", "00-"), NullLogger.Instance).Dispose();

        Assert.Equal(default, Assert.Single(spans.Of("SHOP-7-t1")).ParentSpanId);
    }

    public void Dispose()
    {
        spans.Dispose();
        metrics.Dispose();
        outside.Dispose();
    }

    private WorkflowCatalog Catalog(int failures = 0) => new WorkflowCatalog()
        .Add(Waiting)
        .Add(Before, (input, _) => ++attempts <= failures ? throw new InvalidOperationException("password=s3cret") : Task.FromResult(input))
        .Add(After, (input, _) => Task.FromResult(input));

    // Returns once the run waits; the id is that of the request's span.
    private async Task<string> StartWithin(EmbeddedHarness host)
    {
        using var request = outside.StartActivity("request")!;
        await host.Client.Start(Waiting, "SHOP-7-t1", 0);
        while (!host.Engine.Export("SHOP-7-t1")!.Events.OfType<WaitCalled>().Any())
        {
            await Task.Yield();
        }

        return request.SpanId.ToHexString();
    }
}
