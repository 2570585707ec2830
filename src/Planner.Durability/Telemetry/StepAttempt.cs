using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Planner.Durability.Telemetry;

/// <summary>
/// One attempt of a step, seen from outside: a span, a duration, and the run's labels on what is logged meanwhile. Engines wrap
/// each call of a handler in one; bodies of workflows are replayed and have none.
/// </summary>
public sealed class StepAttempt : IDisposable
{
    // Grounding takes seconds, a call of a model minutes.
    private static readonly Histogram<double> Durations = PlannerTelemetry.Meter.CreateHistogram(
        MetricNames.StepDuration, "s", "Attempts of steps.", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600] });

    private static readonly Counter<long> Retries =
        PlannerTelemetry.Meter.CreateCounter<long>(MetricNames.StepRetries, "{attempt}", "Attempts of steps after the first.");

    private readonly string step;
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly Activity? span;
    private readonly IDisposable? scope;
    private Exception? fault;
    private string outcome = "cancelled";

    private StepAttempt(string step, Activity? span, IDisposable? scope) => (this.step, this.span, this.scope) = (step, span, scope);

    /// <summary>Begins; the span is the current one of the caller's flow until disposed of.</summary>
    /// <param name="step">The step's name.</param>
    /// <param name="call">What the handler is told.</param>
    /// <param name="trace">Where the span belongs.</param>
    /// <param name="logger">Any logger of the host: the scope holds for all.</param>
    public static StepAttempt Begin(string step, StepCall call, TraceLine trace, ILogger logger)
    {
        var labels = RunLabels.Of(call.RunId);
        var started = trace.Start($"step {step}", ActivityKind.Internal);
        labels.Tag(started);
        started?.SetTag(TagNames.Step, step).SetTag(TagNames.StepKey, call.Key).SetTag(TagNames.Attempt, call.Attempt);
        if (call.Attempt > 1)
        {
            Retries.Add(1, new KeyValuePair<string, object?>(TagNames.Step, step));
        }

        return new StepAttempt(step, started, labels.Scope(logger));
    }

    /// <summary>The handler returned. Where neither this nor <see cref="Fail"/> is called, the host stopped under it.</summary>
    public void Succeed() => outcome = "succeeded";

    /// <summary>The handler threw. The fault's message may hold what people wrote, and goes to the log alone.</summary>
    public void Fail(Exception fault) => (outcome, this.fault) = ("failed", fault);

    /// <inheritdoc />
    public void Dispose()
    {
        Durations.Record(
            Stopwatch.GetElapsedTime(began).TotalSeconds,
            new KeyValuePair<string, object?>(TagNames.Step, step),
            new KeyValuePair<string, object?>(TagNames.Outcome, outcome));
        if (fault is not null)
        {
            span?.SetStatus(ActivityStatusCode.Error).SetTag(TagNames.ErrorType, fault.GetType().Name);
        }

        span?.SetTag(TagNames.Outcome, outcome);
        span?.Dispose();
        scope?.Dispose();
    }
}
