using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Planner.Api.Health;

/// <summary>For those who watch the host; open to all, and silent about everything else.</summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new LivenessView(true))).AllowAnonymous().DisableRateLimiting()
            .WithName("Live").WithSummary("The process answers.").Produces<LivenessView>();
        routes.MapGet("/health/ready", Ready).AllowAnonymous()
            .WithName("Ready")
            .WithSummary("The process can take work.")
            .Produces<ReadinessView>()
            .Produces<ReadinessView>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> Ready(HostReadiness readiness, CancellationToken cancellation)
    {
        var view = await readiness.Check(cancellation);
        return TypedResults.Json(view, statusCode: view.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
