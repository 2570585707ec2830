using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Planner.Api.Access;
using Planner.Api.Problems;
using Planner.Api.Runs;

namespace Planner.Api.Events;

/// <summary>What a run does, as it does it.</summary>
internal static class EventRoutes
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/runs/{id}/events", Follow).For(ApiRole.Viewer).WithName("FollowRun")
            .WithSummary("Server-sent events: progress, status and decision; goes on after Last-Event-ID.")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream").Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503).DisableRequestTimeout();

    private static async Task<IResult> Follow(
        string id, [FromHeader(Name = "Last-Event-ID")] string? lastEventId, HttpContext context, RunLookup runs, EventStreams streams,
        CancellationToken cancellation)
    {
        if (After(lastEventId) is not { } after)
        {
            return Problem.BadRequest("Last-Event-ID must be the id of an event of this run.");
        }

        if (await runs.Find(id, cancellation) is not { } run)
        {
            return Problem.NoRun();
        }

        var stream = ActivatorUtilities.CreateInstance<EventStream>(context.RequestServices);
        if (run.HasEnded && lastEventId is not null && !await stream.HasMore(id, after, cancellation))
        {
            return TypedResults.NoContent();
        }

        var place = streams.TryTake();
        return place is null
            ? Problem.Of(StatusCodes.Status503ServiceUnavailable, "Too many event streams are open. Try again later.")
            : new EventResult(stream, place, id, after);
    }

    private static long? After(string? lastEventId) =>
        lastEventId is null ? 0 : long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : null;

    private sealed class EventResult(EventStream stream, IDisposable place, string runId, long after) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            using (place)
            {
                await stream.Write(httpContext, runId, after);
            }
        }
    }
}
