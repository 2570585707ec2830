using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Planner.Durability.Telemetry;

namespace Planner.Api.Telemetry;

/// <summary>
/// The span of a request that a host hands over through a function of its own: the host's span knows the function's name alone.
/// It stands under the host's span, or under the caller's where the host has none.
/// </summary>
internal static class ServerSpan
{
    public static Activity? Start(HttpContext context)
    {
        if (!PlannerTelemetry.Source.HasListeners())
        {
            return null;
        }

        var parent = Activity.Current?.Context ?? Caller(context.Request);
        return PlannerTelemetry.Source.StartActivity(context.Request.Method, ActivityKind.Server, parent);
    }

    public static void End(Activity? span, HttpContext context)
    {
        if (span is null)
        {
            return;
        }

        var route = context.Features.Get<ChosenRoute>()?.Pattern;
        span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        span.SetTag(TagNames.Method, context.Request.Method).SetTag(TagNames.Route, route).SetTag(TagNames.StatusCode, context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>Keeps the route that was chosen: what answers a fault forgets it.</summary>
    public static Task Keep(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern })
        {
            context.Features.Set(new ChosenRoute(pattern));
        }

        return next(context);
    }

    private static ActivityContext Caller(HttpRequest request) =>
        ActivityContext.TryParse(request.Headers.TraceParent, request.Headers.TraceState, isRemote: true, out var caller) ? caller : default;

    private sealed record ChosenRoute(string Pattern);
}
