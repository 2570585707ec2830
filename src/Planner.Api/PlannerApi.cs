using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Planner.Api.Access;
using Planner.Api.Artifacts;
using Planner.Api.Decisions;
using Planner.Api.Events;
using Planner.Api.Health;
using Planner.Api.Problems;
using Planner.Api.Progress;
using Planner.Api.Protection;
using Planner.Api.Runs;
using Planner.Api.Telemetry;
using Planner.Api.Webhooks;
using Planner.Core.Events;
using Planner.Core.Planning.Replanning;
using Planner.Core.Settings;
using Planner.Durability;

namespace Planner.Api;

/// <summary>The HTTP routes of the product, the same in every host.</summary>
public static class PlannerApi
{
    /// <summary>
    /// Adds what the routes need. The host adds <c>IWorkflowClient</c>, <c>IInbox</c>, <c>IJournal</c> and
    /// <c>IArtifactStore</c>; the client may be scoped to the request.
    /// </summary>
    /// <param name="services">The host's.</param>
    /// <param name="configuration">Sections <c>Api</c>, <c>Codebases</c>, <c>Planning</c> and <c>Decisions</c>; read once, here.</param>
    /// <param name="exposure">Where the host listens.</param>
    /// <exception cref="OptionsValidationException">A setting is wrong, or the host would be open to anybody; each failure says how to mend it.</exception>
    public static IServiceCollection AddPlannerApi(this IServiceCollection services, IConfiguration configuration, Exposure exposure)
    {
        var options = Checked(configuration);
        exposure.Require(options, configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(configuration);
        services.TryAddSingleton(new EventPace());
        return services
            .AddSingleton(Options.Create(options))
            .AddSingleton(RunDefaults.From(configuration))
            .AddSingleton<ApiKeyRing>()
            .AddSingleton<AppServiceFrontDoor>()
            .AddSingleton<EventStreams>()
            .AddRouting()
            .AddHttpContextAccessor()
            .AddSingleton<Tagged>()
            .AddScoped<AnswerService>()
            .AddScoped<FollowUps>()
            .AddScoped<RunLookup>()
            .AddSingleton<RunSpending>()
            .AddScoped(p => new TicketRuns(p.GetRequiredService<IWorkflowClient>(), p.GetRequiredService<RunDefaults>().OnNewTrigger))
            .AddScoped<RunStarter>()
            .AddScoped<RunListing>()
            .AddScoped<RunVersion>()
            .AddScoped<AnswerBook>()
            .AddScoped<AnswerTaking>()
            .AddScoped<TaskBoard>()
            .AddScoped<HostReadiness>()
            .AddAccess()
            .AddProtection()
            .AddShapes();
    }

    /// <summary>Puts the guards in front of the routes; before <see cref="MapPlanner"/>.</summary>
    public static IApplicationBuilder UsePlanner(this IApplicationBuilder app) => app
        .UseMiddleware<RequestTelemetry>()
        .UseMiddleware<SecurityHeaders>()
        .UseExceptionHandler()
        .UseStatusCodePages()
        .UseMiddleware<ForeignPages>()
        .UseRouting()
        .UseRequestTimeouts()
        .UseAuthentication()
        .UseRateLimiter()
        .UseAuthorization();

    /// <summary>Maps all routes.</summary>
    public static IEndpointRouteBuilder MapPlanner(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithBodyLimit(Limits.BodyBytes);
        RunRoutes.Map(api);
        RefineRoute.Map(api);
        AnswerRoutes.Map(api);
        ArtifactRoutes.Map(api);
        TaskRoutes.Map(api);
        EventRoutes.Map(api);
        WebhookRoutes.Map(routes);
        HealthRoutes.Map(routes);
        RunPages.Map(routes);
        routes.MapOpenApi().AllowAnonymous();
        return routes;
    }

    /// <summary>Reads and checks the section <c>Api</c>, and whether the host may listen there; adds nothing.</summary>
    /// <exception cref="OptionsValidationException">As in <see cref="AddPlannerApi"/>.</exception>
    public static void CheckAccess(IConfiguration configuration, Exposure exposure) => exposure.Require(Checked(configuration), configuration);

    private static ApiOptions Checked(IConfiguration configuration) =>
        BoundSection.Bind<ApiOptions>(configuration, ApiOptions.Section, o => new ApiOptionsValidator().Validate(null, o).Failures ?? []);

    private static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(PlannerAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, PlannerAuthentication>(PlannerAuthentication.SchemeName, null);
        return services.AddAuthorization(Policies.Add);
    }

    private static IServiceCollection AddProtection(this IServiceCollection services) => services
        .AddRateLimiter(RateLimits.Configure)
        .AddRequestTimeouts(o => o.DefaultPolicy = new RequestTimeoutPolicy { Timeout = Limits.Time, TimeoutStatusCode = StatusCodes.Status504GatewayTimeout })
        .AddProblemDetails(o => o.CustomizeProblemDetails = ProblemWords.Complete)
        .AddExceptionHandler<FaultHandler>();

    private static IServiceCollection AddShapes(this IServiceCollection services) => services
        .Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false)
        .ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            o.SerializerOptions.RespectNullableAnnotations = true;
            o.SerializerOptions.RespectRequiredConstructorParameters = true;
        })
        .AddOpenApi();
}
