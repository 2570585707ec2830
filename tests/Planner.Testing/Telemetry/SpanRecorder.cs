using System.Collections.Concurrent;
using System.Diagnostics;

namespace Planner.Testing.Telemetry;

/// <summary>Hears spans of this process from the moment it is made; tests that run beside are heard too, so look for ids of your own.</summary>
public sealed class SpanRecorder : IDisposable
{
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ActivityListener listener;

    /// <param name="sources">Names of sources, like <c>Planner</c> and <c>System.Net.Http</c>.</param>
    public SpanRecorder(params IReadOnlyCollection<string> sources)
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => sources.Contains(source.Name),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Spans that have ended, in that order.</summary>
    public IReadOnlyList<Activity> Ended => [.. ended];

    /// <summary>Those of a run, by its label.</summary>
    public IReadOnlyList<Activity> Of(string runId) => [.. ended.Where(span => (string?)span.GetTagItem("planner.run.id") == runId)];

    /// <inheritdoc />
    public void Dispose() => listener.Dispose();
}
