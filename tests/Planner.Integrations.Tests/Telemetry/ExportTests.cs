using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Planner.Durability.Telemetry;
using Planner.Integrations.Jira;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Notifications;
using Planner.Integrations.Telemetry;
using Planner.Integrations.Tests.Notifications;
using Planner.Testing.Jira;
using Planner.Testing.Notifications;
using Xunit;

namespace Planner.Integrations.Tests.Telemetry;

/// <summary>What leaves the process, as its exporters see it.</summary>
[Collection(TelemetryCollection.Name)]
public sealed class ExportTests : IDisposable
{
    private const string Token = "ghp_0123456789abcdefghijABCDEFGHIJ012345";

    private readonly List<Activity> spans = [];
    private readonly List<LogRecord> lines = [];
    private readonly List<Metric> metrics = [];
    private readonly ServiceProvider services;

    public ExportTests()
    {
        // Nobody listens there: what is looked at is what the exporters beside it are given.
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"), new("OTEL_EXPORTER_OTLP_TIMEOUT", "50")])
            .Build();
        var registered = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System).AddLogging();
        registered.AddPlannerTelemetry(configuration, servesHttp: false)!
            .WithTracing(t => t.AddInMemoryExporter(spans)).WithLogging(l => l.AddInMemoryExporter(lines)).WithMetrics(m => m.AddInMemoryExporter(metrics));
        services = registered.BuildServiceProvider();
        services.GetRequiredService<TracerProvider>();
        services.GetRequiredService<MeterProvider>();
    }

    [Fact]
    public async Task WebhookOfAChat_ShowsItsHostAlone()
    {
        await using var receiver = await WebhookReceiver.Start(TimeProvider.System);
        var options = new NotificationOptions { WebhookUrl = receiver.Url, Kind = NotificationKind.Slack };
        using var notifier = new WebhookNotifier(options, TimeProvider.System, planner: null);
        await notifier.Notify(NotifierBench.Message, TestContext.Current.CancellationToken);

        var sent = Assert.Single(spans, s => s.Kind == ActivityKind.Client);
        Assert.EndsWith("/", (string)sent.GetTagItem("url.full")!, StringComparison.Ordinal);
        Assert.DoesNotContain(sent.TagObjects, t => $"{t.Value}".Contains(WebhookReceiver.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RequestToJira_IsASpanAndAMeasurement_WithoutQueryAndCredentials()
    {
        await using var jira = await InProcessJira.Start(isCloud: true, TimeProvider.System);
        jira.World.Add("SHOP-101", "Returns", null);
        var options = new JiraOptions { BaseUrl = jira.Url, Email = InProcessJira.Email, ApiToken = InProcessJira.Token };
        using var client = new JiraClient(options, TimeProvider.System);
        await client.Issues.Get("SHOP-101", ["summary"], TestContext.Current.CancellationToken);
        services.GetRequiredService<MeterProvider>().ForceFlush();

        var sent = Assert.Single(spans, s => $"{s.GetTagItem("url.full")}".Contains("/issue/SHOP-101", StringComparison.Ordinal));
        var told = spans.SelectMany(s => s.TagObjects).Select(t => $"{t.Key}={t.Value}").ToList();
        Assert.DoesNotContain("summary", (string)sent.GetTagItem("url.full")!, StringComparison.Ordinal);
        Assert.DoesNotContain(told, t => t.Contains(InProcessJira.Token, StringComparison.Ordinal));
        Assert.DoesNotContain(told, t => t.Contains("authorization", StringComparison.OrdinalIgnoreCase));
        var measured = Tags(MetricNames.JiraRequests);
        Assert.Contains(measured, t => t["url.template"] is "/rest/api/3/issue/{}" && t[TagNames.StatusCode] is 200 && t[TagNames.Method] is "GET");
    }

    [Fact]
    public void SecretInASpan_IsRedactedBeforeItLeaves()
    {
        using (var span = PlannerTelemetry.Source.StartActivity("step x"))
        {
            span!.SetTag("told", $"token: {Token}").SetStatus(ActivityStatusCode.Error, $"password={Token}");
        }

        var left = Assert.Single(spans);
        Assert.DoesNotContain(Token, $"{left.GetTagItem("told")}{left.StatusDescription}", StringComparison.Ordinal);
    }

    [Fact]
    public void SecretInALine_IsRedactedBeforeItLeaves_AndTheRunStandsBesideIt()
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Planner");
        using (RunLabels.Of("SHOP-101-t5").Scope(logger))
        {
            logger.LogWarning(new InvalidOperationException($"token: {Token}"), "Refused {Credential}", $"token: {Token}");
        }

        var line = Assert.Single(lines);
        var scope = new List<string>();
        line.ForEachScope((s, all) => all.AddRange(((IEnumerable<KeyValuePair<string, object?>>)s.Scope!).Select(p => $"{p.Key}={p.Value}")), scope);
        var told = string.Concat(line.Attributes!.Select(a => $"{a.Key}={a.Value};")) + line.Body + line.FormattedMessage + line.Exception;
        Assert.Contains("exception.type=System.InvalidOperationException", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, told, StringComparison.Ordinal);
        Assert.Equal(["planner.run.id=SHOP-101-t5", "planner.ticket.key=SHOP-101"], scope);
    }

    [Fact]
    public void Without_ATarget_NothingIsAdded()
    {
        var registered = new ServiceCollection();

        Assert.Null(registered.AddPlannerTelemetry(new ConfigurationBuilder().Build(), servesHttp: true));
        Assert.Single(registered);
    }

    [Fact]
    public void AzureMonitor_IsMadeOfItsConnectionString()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new(TelemetryTargets.ConnectionString, "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:9/"),
            new(TelemetryTargets.Authentication, "Authorization=AAD"),
        ]).Build();
        var registered = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System).AddLogging();
        registered.AddPlannerTelemetry(configuration, servesHttp: true);
        using var made = registered.BuildServiceProvider();

        Assert.NotNull(made.GetRequiredService<TracerProvider>());
        Assert.NotNull(made.GetRequiredService<MeterProvider>());
        Assert.NotNull(made.GetRequiredService<ILoggerFactory>().CreateLogger("Planner"));
    }

    public void Dispose() => services.Dispose();

    private List<Dictionary<string, object?>> Tags(string metric)
    {
        var tags = new List<Dictionary<string, object?>>();
        foreach (var point in metrics.Last(m => m.Name == metric).GetMetricPoints())
        {
            var one = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var tag in point.Tags)
            {
                one[tag.Key] = tag.Value;
            }

            tags.Add(one);
        }

        return tags;
    }
}
