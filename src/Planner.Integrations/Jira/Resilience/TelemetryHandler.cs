using System.Diagnostics;
using System.Diagnostics.Metrics;
using Planner.Durability.Telemetry;
using Planner.Integrations.Telemetry;

namespace Planner.Integrations.Jira.Resilience;

/// <summary>Measures each attempt of a request, until its answer's headers are there.</summary>
internal sealed class TelemetryHandler : DelegatingHandler
{
    private static readonly Histogram<double> Requests = PlannerTelemetry.Meter.CreateHistogram(
        MetricNames.JiraRequests, "s", "Requests to Jira, each attempt.", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20] });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!Requests.Enabled)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var began = Stopwatch.GetTimestamp();
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            Record(request, began, new(TagNames.StatusCode, (int)answer.StatusCode));
            return answer;
        }
        catch (Exception fault)
        {
            Record(request, began, new(TagNames.ErrorType, fault.GetType().Name));
            throw;
        }
    }

    private static void Record(HttpRequestMessage request, long began, KeyValuePair<string, object?> outcome) => Requests.Record(
        Stopwatch.GetElapsedTime(began).TotalSeconds,
        new KeyValuePair<string, object?>(TagNames.Method, request.Method.Method),
        new KeyValuePair<string, object?>(TagNames.UrlTemplate, JiraRoute.Of(request.RequestUri!)),
        outcome);
}
