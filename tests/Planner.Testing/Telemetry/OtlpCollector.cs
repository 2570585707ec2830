using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Planner.Testing.Telemetry;

/// <summary>Takes OTLP over HTTP with protobuf on this machine, as a collector does.</summary>
public sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<byte[]> bodies = new();

    private OtlpCollector(WebApplication app) => this.app = app;

    /// <summary>What tells a process to export to it, at once.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
        ("OTEL_BSP_SCHEDULE_DELAY", "200"), ("OTEL_BLRP_SCHEDULE_DELAY", "200"),
    ];

    /// <summary>All spans that came.</summary>
    public ConcurrentQueue<OtlpSpan> Spans { get; } = new();

    /// <summary>Names of all metrics that came, with the names of their meters.</summary>
    public ConcurrentQueue<(string Meter, string Name)> Metrics { get; } = new();

    /// <summary>All log lines that came.</summary>
    public ConcurrentQueue<OtlpLine> Lines { get; } = new();

    /// <summary>True where these words stand anywhere in what came.</summary>
    public bool Holds(string words) => bodies.Any(body => body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0);

    /// <summary>Starts one on a free port.</summary>
    public static async Task<OtlpCollector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var site = builder.Build();
        var collector = new OtlpCollector(site);
        site.MapPost("/v1/{signal}", collector.Take);
        await site.StartAsync();
        return collector;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Take(HttpContext context, string signal)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        bodies.Enqueue(buffer.ToArray());
        foreach (var resource in new ProtoMessage(buffer.ToArray()).Messages(1))
        {
            var service = Values(resource.Messages(1).Single(), 1).GetValueOrDefault("service.name", "");
            foreach (var scope in resource.Messages(2))
            {
                Read(signal, service, scope);
            }
        }

        context.Response.ContentType = "application/x-protobuf";
    }

    private void Read(string signal, string service, ProtoMessage scope)
    {
        var source = scope.Messages(1).Single().Text(1);
        foreach (var item in scope.Messages(2))
        {
            if (signal == "traces")
            {
                Spans.Enqueue(new OtlpSpan(service, source, item.Hex(1), item.Hex(2), item.Hex(4), item.Text(5), Values(item, 9)));
            }
            else if (signal == "metrics")
            {
                Metrics.Enqueue((source, item.Text(1)));
            }
            else
            {
                Lines.Enqueue(new OtlpLine(source, item.Hex(9), item.Messages(5).Single().Text(1), Values(item, 6)));
            }
        }
    }

    private static Dictionary<string, string> Values(ProtoMessage of, int field) => of.Messages(field)
        .GroupBy(pair => pair.Text(1), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => Value(group.Last().Messages(2).Single()), StringComparer.Ordinal);

    private static string Value(ProtoMessage value) => value.Has(1) ? value.Text(1) : value.Has(2) ? $"{value.Number(2) == 1}" : $"{value.Number(3)}";
}

/// <summary>A span that came.</summary>
public sealed record OtlpSpan(string Service, string Source, string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Values);

/// <summary>A log line that came.</summary>
public sealed record OtlpLine(string Category, string Trace, string Text, IReadOnlyDictionary<string, string> Values);
