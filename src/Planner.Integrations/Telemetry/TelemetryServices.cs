using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Resources;
using Planner.Durability.Telemetry;

namespace Planner.Integrations.Telemetry;

/// <summary>Spans, metrics and logs of a host, to where the environment says.</summary>
public static class TelemetryServices
{
    /// <summary>
    /// Exports what is told, redacted; adds nothing where the environment names no target. The gauges of
    /// <see cref="RunGauges"/> are there in either case, for the host to refresh.
    /// </summary>
    /// <param name="services">The host's; what is exported last leaves when its provider is disposed of.</param>
    /// <param name="configuration">Standard variables: <c>OTEL_…</c> and <c>APPLICATIONINSIGHTS_…</c>.</param>
    /// <param name="servesHttp">Whether requests come in through this process's own server, and have their spans from there.</param>
    /// <returns>The builder, for what only that host knows; null where nothing is exported.</returns>
    /// <exception cref="OptionsValidationException">A variable cannot be read; the failure says how to mend it.</exception>
    public static IOpenTelemetryBuilder? AddPlannerTelemetry(this IServiceCollection services, IConfiguration configuration, bool servesHttp)
    {
        services.AddSingleton<RunGauges>();
        return TelemetryTargets.Read(configuration) is { } targets ? Export(services, targets, servesHttp) : null;
    }

    /// <summary>Refreshes the gauges once a minute, in a host that has a client of its own.</summary>
    public static IServiceCollection AddRunGaugeRefresh(this IServiceCollection services) => services.AddHostedService<RunGaugeRefresh>();

    private static IOpenTelemetryBuilder Export(IServiceCollection services, TelemetryTargets targets, bool servesHttp)
    {
        // What the environment says of the service comes last and counts.
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("planner", serviceVersion: PlannerTelemetry.Source.Version).AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing.AddPlanner(servesHttp).Redacted().To(targets))
            .WithMetrics(metrics => metrics.AddPlanner(servesHttp).To(targets))
            .WithLogging(
                logging => logging.Redacted().To(targets),
                options => (options.IncludeScopes, options.IncludeFormattedMessage) = (true, true));
        return targets.IsOtlp ? telemetry.UseOtlpExporter() : telemetry;
    }
}
