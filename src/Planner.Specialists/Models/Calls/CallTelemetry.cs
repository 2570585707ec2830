using System.Diagnostics;
using System.Diagnostics.Metrics;
using Planner.Core.LanguageModels;
using Planner.Durability.Telemetry;

namespace Planner.Specialists.Models.Calls;

/// <summary>Measures calls of models that runs make. What was answered before and is used again is no call.</summary>
internal static class CallTelemetry
{
    private static readonly Counter<long> Calls =
        PlannerTelemetry.Meter.CreateCounter<long>(MetricNames.ModelCalls, "{call}", "Calls of models that were paid.");

    private static readonly Counter<long> Tokens =
        PlannerTelemetry.Meter.CreateCounter<long>(MetricNames.ModelTokens, "{token}", "Tokens of calls of models.");

    private static readonly Counter<double> Cost =
        PlannerTelemetry.Meter.CreateCounter<double>(MetricNames.ModelCost, "{USD}", "What calls of models cost, by the prices of the settings.");

    // With all attempts and the wait for a turn.
    private static readonly Histogram<double> Durations = PlannerTelemetry.Meter.CreateHistogram(
        MetricNames.ModelDuration, "s", "Calls of models with all attempts.", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300, 600] });

    /// <summary>Takes the time of a call.</summary>
    public static async Task<ModelAnswer> Measured(string deployment, Func<Task<ModelAnswer>> call)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            var answer = await call();
            Record(deployment, began, new(TagNames.Outcome, "succeeded"));
            return answer;
        }
        catch (Exception fault)
        {
            Record(deployment, began, new(TagNames.ErrorType, fault.GetType().Name));
            throw;
        }
    }

    /// <summary>Counts a call that was paid.</summary>
    public static void Paid(ModelAnswer answer, decimal costUsd)
    {
        var deployment = Deployment(answer.Deployment);
        Calls.Add(1, deployment);
        Cost.Add((double)costUsd, deployment);
        Count("input", answer.Usage.Input - answer.Usage.Cached, deployment);
        Count("cached", answer.Usage.Cached, deployment);
        Count("cache_write", answer.Usage.CacheWrite, deployment);
        Count("output", answer.Usage.Output, deployment);
    }

    private static void Count(string kind, long tokens, KeyValuePair<string, object?> deployment)
    {
        if (tokens > 0)
        {
            Tokens.Add(tokens, deployment, new KeyValuePair<string, object?>(TagNames.TokenKind, kind));
        }
    }

    private static void Record(string deployment, long began, KeyValuePair<string, object?> outcome) =>
        Durations.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, Deployment(deployment), outcome);

    private static KeyValuePair<string, object?> Deployment(string name) => new(TagNames.Deployment, name);
}
