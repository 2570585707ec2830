using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Planner.Api.Webhooks;
using Planner.Durability.Telemetry;

namespace Planner.Api.Telemetry;

/// <summary>Puts a run's labels on the span and the log lines of each request for it, and counts deliveries by what they were answered.</summary>
internal sealed class RequestTelemetry(RequestDelegate next, ILogger<RequestTelemetry> logger)
{
    private static readonly Counter<long> Deliveries = PlannerTelemetry.Meter.CreateCounter<long>(
        MetricNames.WebhookDeliveries, "{delivery}", "Deliveries of Jira by what they were answered.");

    public async Task Invoke(HttpContext context)
    {
        var run = RunOf(context.Request.Path) is { } id ? RunLabels.Of(id) : null;
        run?.Tag(Activity.Current);
        using var scope = run?.Scope(logger);
        // Asked before: what answers a fault forgets the route.
        var isDelivery = HttpMethods.IsPost(context.Request.Method) && context.Request.Path.Equals(WebhookRoutes.Path, StringComparison.OrdinalIgnoreCase);
        await next(context);
        if (isDelivery)
        {
            Deliveries.Add(1, new KeyValuePair<string, object?>(TagNames.StatusCode, context.Response.StatusCode));
        }
    }

    // /api/runs/{id} and below, and /runs/{id}.
    private static string? RunOf(PathString path)
    {
        const StringComparison AsRoutes = StringComparison.OrdinalIgnoreCase;
        if (!path.StartsWithSegments("/api/runs", AsRoutes, out var rest) && !path.StartsWithSegments("/runs", AsRoutes, out rest))
        {
            return null;
        }

        return rest.Value?.Split('/') is ["", { Length: > 0 } id, ..] ? id : null;
    }
}
