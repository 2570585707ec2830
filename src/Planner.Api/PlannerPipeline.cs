using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Planner.Api.Telemetry;

namespace Planner.Api;

/// <summary>
/// The guards and routes as one, for a host that has routing of its own and hands over whole requests, like Azure
/// Functions with a trigger that catches all. One for each host; built from what <see cref="PlannerApi.AddPlannerApi"/> added.
/// </summary>
/// <param name="services">The host's.</param>
public sealed class PlannerPipeline(IServiceProvider services)
{
    private readonly RequestDelegate pipeline = Build(services);
    private readonly IHttpContextAccessor current = services.GetRequiredService<IHttpContextAccessor>();

    /// <summary>Answers a request, whichever it is; nothing is left for others to answer.</summary>
    public async Task Invoke(HttpContext context)
    {
        // The host's routing has chosen the endpoint that led here; ours chooses again.
        context.SetEndpoint(null);
        context.Request.RouteValues = [];
        // The host may have handed the request from one flow of control to another, and the accessor knows only its own.
        current.HttpContext = context;
        using var span = ServerSpan.Start(context);
        await pipeline(context);
        ServerSpan.End(span, context);
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UsePlanner();
        app.Use(ServerSpan.Keep);
        app.UseEndpoints(routes => routes.MapPlanner());
        return app.Build();
    }
}
