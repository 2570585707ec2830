using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Planner.Durability.Telemetry;
using Planner.EndToEnd.Tests.Cli;
using Planner.EndToEnd.Tests.Repository;
using Planner.EndToEnd.Tests.Serving;
using Planner.Testing.Jira;
using Planner.Testing.Telemetry;
using Xunit;

namespace Planner.EndToEnd.Tests.Telemetry;

/// <summary>What the real server and the real command send to a collector.</summary>
public sealed class ServedTelemetryTests : IDisposable
{
    private const string Secret = "agreed-with-Jira-Zk81qP";
    private const string Key = "operator-key-Qm55vT";
    private const string Words =
        "`PriceList.Round` returns 1.005.\n\nAcceptance criteria\n\n* Given 1.005, when `PriceList.Round` is called, then it returns 1.01.";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ScratchFolder scratch = new();

    [Fact]
    public async Task Delivery_IsOneTraceFromTheWebhookToJira_WithLabelsAndWithoutSecrets()
    {
        await using var collector = await OtlpCollector.Start();
        await using var jira = await InProcessJira.Start(isCloud: true, TimeProvider.System);
        var ticket = jira.World.Add("SHOP-101", "Prices are not rounded", JsonValue.Create(Words));
        jira.Faults.Add(new JiraFault.Status(503), times: 1, method: "GET", path: "/issue/SHOP-101");
        await using (var server = await ServedProcess.Start(scratch.Root, [.. Settings(jira), .. collector.Settings]))
        {
            await Deliver(server, ticket);
            await Until(() => collector.Spans.Any(s => s.Name is "step announce" or "step report"));
            using var client = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", Key) } };
            using var answer = await client.GetAsync(new Uri(server.Address, "/api/runs/SHOP-101-t501?token=s3cretquery"));
            Assert.Equal(0, await server.Terminate());
        }

        var webhook = Assert.Single(collector.Spans, s => s.Name == "POST /api/jira/webhook");
        var handling = Below(collector, webhook, "start handle-jira-event");
        var starting = Below(collector, Below(collector, handling, "step start-run"), "start plan-ticket");
        var reading = collector.Spans.Where(s => s.Name == "step read-ticket").ToList();
        Assert.Equal("planner", webhook.Service);
        Assert.All(reading, s => Assert.Equal((starting.Trace, starting.Id), (s.Trace, s.Parent)));
        Assert.All(reading, s => Assert.Equal(("SHOP-101-t501", "SHOP-101"), (s.Values[TagNames.RunId], s.Values[TagNames.TicketKey])));
        var called = collector.Spans.Where(s => s.Source == "System.Net.Http" && reading.Exists(r => r.Id == s.Parent)).ToList();
        Assert.Contains(called, s => s.Values["url.full"].StartsWith(jira.Url, StringComparison.Ordinal));
        Assert.All(collector.Spans.Where(s => s.Name.StartsWith("step ", StringComparison.Ordinal)), s => Assert.Equal(webhook.Trace, s.Trace));
        Assert.Contains(collector.Spans, s => s.Name == "GET /api/runs/{id}" && s.Values[TagNames.RunId] == "SHOP-101-t501");
        var failed = collector.Lines.Where(l => l.Text.Contains("failed", StringComparison.Ordinal));
        Assert.Contains(failed, l => l.Trace == webhook.Trace && l.Values.ContainsKey(TagNames.RunId));
        string[] named =
        [
            MetricNames.RunsStarted, MetricNames.Runs, MetricNames.WebhookDeliveries, MetricNames.StepDuration, MetricNames.StepRetries,
            MetricNames.JiraRequests, MetricNames.CacheLookups,
        ];
        Assert.All(named, name => Assert.Contains((PlannerTelemetry.Name, name), collector.Metrics));
        var signIn = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{InProcessJira.Email}:{InProcessJira.Token}"));
        Assert.All([Secret, Key, InProcessJira.Token, signIn, "s3cretquery"], secret => Assert.False(collector.Holds(secret), secret));
    }

    [Fact]
    public async Task OneShotPlan_SendsAllBeforeItEnds()
    {
        await using var collector = await OtlpCollector.Start();

        var finished = await PlannerProcess.Run(
            scratch.Root,
            collector.Settings.Append(("OTEL_SERVICE_NAME", "plans-of-shop")).Select(s => KeyValuePair.Create(s.Item1, s.Item2)),
            ["plan", "ticket.md", "--codebase", "code", "--out", "out", "--non-interactive"]);

        Assert.Equal((0, ""), (finished.Code, finished.Errors));
        var command = Assert.Single(collector.Spans, s => s.Name == "planner plan");
        Assert.Equal("plans-of-shop", command.Service);
        Assert.All(collector.Spans.Where(s => s.Source == PlannerTelemetry.Name), s => Assert.Equal(command.Trace, s.Trace));
        Assert.Contains(collector.Spans, s => s.Name == "step write-artifacts");
        Assert.Contains(collector.Spans, s => s.Name == "run plan-ticket" && s.Values[TagNames.RunStatus] == nameof(EndStatus.Completed));
        Assert.Contains((PlannerTelemetry.Name, MetricNames.RunsEnded), collector.Metrics);
    }

    [Fact]
    public async Task EndpointThatIsNone_IsWrongUsage()
    {
        var finished = await PlannerProcess.Run(
            scratch.Root, [new("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")], ["plan", "ticket.md", "--codebase", "code", "--out", "out"]);

        Assert.Equal(2, finished.Code);
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT is no web address", finished.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => scratch.Dispose();

    private static OtlpSpan Below(OtlpCollector collector, OtlpSpan parent, string name) =>
        Assert.Single(collector.Spans, s => s.Name == name && s.Trace == parent.Trace && s.Parent == parent.Id);

    private static IEnumerable<(string, string)> Settings(InProcessJira jira) =>
    [
        ("Jira__BaseUrl", jira.Url), ("Jira__Email", InProcessJira.Email), ("Jira__ApiToken", InProcessJira.Token),
        ("Jira__WebhookSecret", Secret), ("Jira__Retries", "0"), ("Api__Keys__0__Name", "Olga"),
        ("Api__Keys__0__Hash", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))),
        ("Api__Keys__0__Role", "operator"),
    ];

    private static async Task Deliver(ServedProcess server, JiraTicket ticket)
    {
        var body = $$"""
            {"webhookEvent": "jira:issue_updated", "issue": {"id": "{{ticket.Id}}", "key": "SHOP-101"},
             "changelog": {"id": "501", "items": [{"field": "status", "to": "10001", "toString": "Ready for planning"}]} }
            """;
        using var client = new HttpClient();
        using var request = SignedRequest.Of(new Uri(server.Address, "/api/jira/webhook"), body, Secret);
        using var answer = await client.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
    }

    private static async Task Until(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!holds())
        {
            await Task.Delay(100, limit.Token);
        }
    }
}
