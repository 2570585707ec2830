using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.AspNetCore.Http;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Planner.Durability.Telemetry;

namespace Planner.Integrations.Telemetry;

/// <summary>What is listened to, for each of the three signals, and the exporters that are added to each. OTLP is added to all at once.</summary>
internal static class TelemetrySignals
{
    public static TracerProviderBuilder AddPlanner(this TracerProviderBuilder tracing, bool servesHttp)
    {
        tracing.AddSource(PlannerTelemetry.Name).AddHttpClientInstrumentation(http =>
        {
            http.FilterHttpRequestMessage = OutgoingRequests.IsTraced;
            http.EnrichWithHttpRequestMessage = OutgoingRequests.HideSecretAddress;
        });
        return servesHttp
            ? tracing.AddAspNetCoreInstrumentation(http => http.Filter = IsAsked)
            : tracing;
    }

    public static MeterProviderBuilder AddPlanner(this MeterProviderBuilder metrics, bool servesHttp)
    {
        metrics.AddMeter(PlannerTelemetry.Name).AddHttpClientInstrumentation();
        return servesHttp ? metrics.AddAspNetCoreInstrumentation() : metrics;
    }

    public static TracerProviderBuilder Redacted(this TracerProviderBuilder tracing) => tracing.AddProcessor(new SpanRedaction());

    public static LoggerProviderBuilder Redacted(this LoggerProviderBuilder logging) => logging.AddProcessor(new LogRedaction());

    public static TracerProviderBuilder To(this TracerProviderBuilder tracing, TelemetryTargets targets) =>
        targets.AzureMonitor is null ? tracing : tracing.AddAzureMonitorTraceExporter(options => Set(options, targets));

    public static MeterProviderBuilder To(this MeterProviderBuilder metrics, TelemetryTargets targets) =>
        targets.AzureMonitor is null ? metrics : metrics.AddAzureMonitorMetricExporter(options => Set(options, targets));

    public static LoggerProviderBuilder To(this LoggerProviderBuilder logging, TelemetryTargets targets) =>
        targets.AzureMonitor is null ? logging : logging.AddAzureMonitorLogExporter(options => Set(options, targets));

    // Probes come every few seconds and tell nothing.
    private static bool IsAsked(HttpContext context) => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    // All of a trace or nothing: the exporter's own default drops what is more than some traces a second, and logs with them.
    private static void Set(AzureMonitorExporterOptions options, TelemetryTargets targets)
    {
        options.ConnectionString = targets.AzureMonitor;
        options.Credential = targets.Credential;
        options.TracesPerSecond = null;
        options.SamplingRatio = 1;
    }
}
