using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Planner.Durability;
using Planner.Durability.Telemetry;
using Planner.Testing.Telemetry;

namespace Planner.Api.Tests.Telemetry;

/// <summary>Tests that hear the whole process, one after the other and with none beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "Telemetry";
}

[Collection(TelemetryCollection.Name)]
public sealed class RequestTelemetryTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deliveries_AreCountedByTheirAnswers(bool handsOver)
    {
        using var metrics = new MetricRecorder();
        await using var host = await ApiHost.Start(new ApiScript { HandsOver = handsOver });

        foreach (var body in new[] { "{}", new string(' ', 2 * 1024 * 1024) })
        {
            (await host.Client.PostAsync(new Uri("/api/jira/webhook", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"))).Dispose();
        }

        (await host.Client.GetAsync(new Uri("/health/live", UriKind.Relative))).Dispose();

        Assert.Equal([401, 413], metrics.Of(MetricNames.WebhookDeliveries).Select(m => m.Tags[TagNames.StatusCode]));
    }

    [Fact]
    public async Task FaultOfARequestForARun_IsLoggedWithTheRunsLabels()
    {
        var lines = new Lines();
        await using var host = await ApiHost.Start(new ApiScript
        {
            Configure = services => services
                .AddSingleton<IWorkflowClient>(new BrokenClient())
                .AddLogging(l => l.SetMinimumLevel(LogLevel.Error).AddProvider(lines)),
        });

        (await host.Client.GetAsync(new Uri("/api/runs/SHOP-7-t1/decisions", UriKind.Relative))).Dispose();

        Assert.Contains("SHOP-7-t1", Assert.Single(lines.Told).Scopes);
    }

    [Fact]
    public async Task HandedOverRequest_HasASpanNamedByItsRoute()
    {
        using var spans = new SpanRecorder(PlannerTelemetry.Name);
        await using var host = await ApiHost.Start(new ApiScript { HandsOver = true });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/runs/SHOP-7-t404/tasks?secret=s3cret");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        (await host.Client.SendAsync(request)).Dispose();

        var served = Assert.Single(spans.Ended);
        Assert.Equal(("GET /api/runs/{id}/tasks", "0af7651916cd43dd8448eb211c80319c"), (served.DisplayName, served.TraceId.ToHexString()));
        Assert.Equal(404, served.GetTagItem(TagNames.StatusCode));
        Assert.Equal("SHOP-7", served.GetTagItem(TagNames.TicketKey));
        Assert.DoesNotContain(served.TagObjects, t => $"{t.Value}".Contains("s3cret", StringComparison.Ordinal));
    }

    private sealed class Lines : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        public ConcurrentQueue<(string Text, List<string> Scopes)> Told { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Logger(this);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Logger(Lines lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => lines.scopes.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var around = new List<string>();
                lines.scopes.ForEachScope((scope, all) => all.Add($"{scope}"), around);
                lines.Told.Enqueue((formatter(state, exception), around));
            }
        }
    }
}
