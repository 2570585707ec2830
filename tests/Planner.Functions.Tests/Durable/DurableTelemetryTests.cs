using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Planner.Conformance.Engine;
using Planner.Durability;
using Planner.Durability.Telemetry;
using Planner.Functions.Durable;
using Planner.Functions.Tests.Hosting;
using Planner.Testing.Jira;
using Planner.Testing.Telemetry;

namespace Planner.Functions.Tests.Durable;

/// <summary>Traces and counts on Durable Task in memory, where every turn replays the whole body.</summary>
[Collection(TelemetryCollection.Name)]
public sealed class DurableTelemetryTests : IDisposable
{
    private const string Secret = "agreed with Jira";
    private const string Words =
        "`PriceList.Round` returns 1.005.\n\nAcceptance criteria\n\n* Given 1.005, when `PriceList.Round` is called, then it returns 1.01.";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly Step<int, int> Before = new("before") { Retry = new RetryPolicy(3, TimeSpan.Zero, 1, TimeSpan.Zero) };
    private static readonly Step<int, int> After = new("after");
    private static readonly Signal<int> Go = new("go");

    private static readonly Story<int, int> Waiting = new("waiting", async (context, input) =>
    {
        await context.Call(Before, input);
        await context.WaitFor(Go, context.UtcNow.AddDays(2));
        return await context.Call(After, input);
    });

    private readonly SpanRecorder spans = new(PlannerTelemetry.Name, "System.Net.Http", "Outside");
    private readonly MetricRecorder metrics = new();
    private readonly ActivitySource outside = new("Outside");

    [Fact]
    public async Task Delivery_IsOneTraceFromTheWebhookToJira()
    {
        using var place = new HostPlace(TaskHubs.InMemory(), inMemory: true, "UseDevelopmentStorage=true");
        await using var jira = await InProcessJira.Start(isCloud: true, TimeProvider.System);
        var ticket = jira.World.Add("SHOP-101", "Prices are not rounded", JsonValue.Create(Words));
        await using var host = await FunctionsHost.Start(
            place, ("Jira:BaseUrl", jira.Url), ("Jira:Email", InProcessJira.Email), ("Jira:ApiToken", InProcessJira.Token), ("Jira:WebhookSecret", Secret));
        await Deliver(host, ticket.Id);
        await Until(() => spans.Ended.Any(s => s.OperationName is "step announce" or "step report"));

        var webhook = Assert.Single(spans.Ended, s => s.DisplayName == "POST /api/jira/webhook");
        var handling = Assert.Single(spans.Ended, s => s.OperationName == "start handle-jira-event" && s.ParentSpanId == webhook.SpanId);
        var wishing = Assert.Single(spans.Ended, s => s.OperationName == "step start-run" && s.ParentSpanId == handling.SpanId);
        var starting = Assert.Single(spans.Ended, s => s.OperationName == "start plan-ticket" && s.ParentSpanId == wishing.SpanId);
        var reading = Assert.Single(spans.Ended, s => s.OperationName == "step read-ticket" && s.ParentSpanId == starting.SpanId);
        Assert.Contains(spans.Ended, s => s.Source.Name == "System.Net.Http" && s.ParentSpanId == reading.SpanId);
        Assert.Equal((ActivityKind.Server, 202), (webhook.Kind, webhook.GetTagItem(TagNames.StatusCode)));
        Assert.All(spans.Ended.Where(s => s.OperationName.StartsWith("step ", StringComparison.Ordinal)), s => Assert.Equal(webhook.TraceId, s.TraceId));
        Assert.Equal(202, Assert.Single(metrics.Of(MetricNames.WebhookDeliveries)).Tags[TagNames.StatusCode]);
        Assert.Equal(1, metrics.Of(MetricNames.RunsStarted).Sum(m => m.Value));
    }

    [Fact]
    public async Task RunOverARestart_IsTracedAndCountedOnce_AndTheSignalIsALink()
    {
        var attempts = 0;
        await using var host = new DurableHarness(TaskHubs.InMemory(), Catalog(() => ++attempts == 1));
        await host.Start();
        await host.Client.Start(Waiting, "SHOP-7-t1", 0);
        await host.Client.Start(Waiting, "SHOP-7-t1", 0);
        await Until(() => spans.Of("SHOP-7-t1").Count(s => s.OperationName == "step before") == 2);
        await host.Restart();
        using (outside.StartActivity("answer"))
        {
            await host.Client.Raise("SHOP-7-t1", Go, 1);
        }

        await host.Client.WaitForEnd("SHOP-7-t1");

        var starts = spans.Of("SHOP-7-t1").Where(s => s.OperationName == "start waiting").ToList();
        var steps = spans.Of("SHOP-7-t1").Where(s => s.OperationName.StartsWith("step ", StringComparison.Ordinal)).ToList();
        Assert.Equal(["step before", "step before", "step after"], steps.Select(s => s.OperationName));
        Assert.All(steps, s => Assert.Equal(starts[0].SpanId, s.ParentSpanId));
        Assert.Equal("answer", Assert.Single(spans.Ended, s => s.SpanId == Assert.Single(steps[2].Links).Context.SpanId).OperationName);
        Assert.Equal(1, metrics.Of(MetricNames.RunsStarted).Sum(m => m.Value));
        Assert.Equal(["Completed"], metrics.Of(MetricNames.RunsEnded).Select(m => m.Tags[TagNames.RunStatus]));
        Assert.Equal((3, 1), (metrics.Of(MetricNames.StepDuration).Count, metrics.Of(MetricNames.StepRetries).Count));
    }

    [Fact]
    public async Task RunThatIsEndedFromOutside_IsCountedSo()
    {
        await using var host = new DurableHarness(TaskHubs.InMemory(), Catalog(() => false));
        await host.Start();
        await host.Client.Start(Waiting, "SHOP-7-t1", 0);
        await host.Client.Terminate("SHOP-7-t1", "asked for by Olga");

        Assert.Equal(["Cancelled"], metrics.Of(MetricNames.RunsEnded).Select(m => m.Tags[TagNames.RunStatus]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ActivityThatTheHostTraces_StandsUnderItsSpanInTheSameTrace_AndIsLinkedFromAnother(bool isSameTrace)
    {
        using var webhook = outside.StartActivity("webhook")!;
        var kept = webhook.Id!;
        webhook.Stop();
        using (var host = outside.StartActivity(ActivityKind.Internal, isSameTrace ? webhook.Context : default, name: "host")!)
        {
            var message = new StepMessage
            {
                RunId = "SHOP-7-t1",
                Key = "SHOP-7-t1/after/1",
                Attempt = 1,
                Now = DateTimeOffset.UnixEpoch,
                Input = "1",
                TraceParent = kept,
            };
            await new DurableStep(Catalog(() => false), TimeProvider.System, NullLogger<DurableStep>.Instance).Run("after", message, CancellationToken.None);
            var step = Assert.Single(spans.Of("SHOP-7-t1"));

            Assert.Equal(webhook.TraceId, step.TraceId);
            Assert.Equal(isSameTrace ? host.SpanId : webhook.SpanId, step.ParentSpanId);
            Assert.Equal(isSameTrace ? [] : [host.SpanId], step.Links.Select(l => l.Context.SpanId));
        }
    }

    public void Dispose()
    {
        spans.Dispose();
        metrics.Dispose();
        outside.Dispose();
    }

    private static WorkflowCatalog Catalog(Func<bool> fails) => new WorkflowCatalog()
        .Add(Waiting)
        .Add(Before, (input, _) => fails() ? throw new InvalidOperationException("not yet") : Task.FromResult(input))
        .Add(After, (input, _) => Task.FromResult(input));

    private static async Task Deliver(FunctionsHost host, string ticket)
    {
        var body = $$"""
            {"webhookEvent": "jira:issue_updated", "issue": {"id": "{{ticket}}", "key": "SHOP-101"},
             "changelog": {"id": "501", "items": [{"field": "status", "to": "10001", "toString": "Ready for planning"}]} }
            """;
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/jira/webhook") { Content = content };
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body));
        request.Headers.Add("X-Hub-Signature", $"sha256={Convert.ToHexStringLower(signature)}");
        using var answer = await host.Stranger.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
    }

    private static async Task Until(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!holds())
        {
            await Task.Delay(50, limit.Token);
        }
    }
}
