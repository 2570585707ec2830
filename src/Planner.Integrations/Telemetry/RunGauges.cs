using System.Diagnostics.Metrics;
using Planner.Core.Planning.Control;
using Planner.Durability;
using Planner.Durability.Telemetry;

namespace Planner.Integrations.Telemetry;

/// <summary>
/// How many plannings are under way and what they wait for, as gauges. The host refreshes them now and then; a figure that is
/// not refreshed any more, because another instance of the host does it now, is told no longer.
/// </summary>
public sealed class RunGauges : IDisposable
{
    /// <summary>Plannings that one refresh looks at. Where there are more, the gauges tell of the newest.</summary>
    public const int MostRuns = 2000;

    private const int PageSize = 200;
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(11);

    private readonly TimeProvider time;
    private readonly Meter meter = PlannerTelemetry.OwnMeter();
    private readonly ObservableGauge<int> runs;
    private volatile Counted? last;

    /// <summary>Gauges on a meter of their own, which ends with them.</summary>
    /// <param name="time">For ages and deadlines.</param>
    public RunGauges(TimeProvider time)
    {
        this.time = time;
        runs = meter.CreateObservableGauge(MetricNames.Runs, Runs, "{run}", "Plannings that have not ended.");
        meter.CreateObservableGauge(MetricNames.DecisionsWaiting, Waiting, "{decision}", "Decisions and questions that plannings wait for.");
        meter.CreateObservableGauge(MetricNames.OldestDecision, Age, "s", "How long the oldest of them has been asked.");
        meter.CreateObservableGauge(MetricNames.NextDeadline, Deadline, "s", "Until the nearest deadline.");
    }

    /// <summary>Counts anew; does nothing where nobody listens.</summary>
    public async Task Refresh(IWorkflowClient client, CancellationToken cancellation)
    {
        if (!runs.Enabled)
        {
            return;
        }

        var found = new List<RunInfo>();
        string? cursor = null;
        do
        {
            var page = await client.List(new RunQuery(RunQuery.UnderWay, PageSize: PageSize, Cursor: cursor), cancellation);
            found.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null && found.Count < MostRuns);
        last = new Counted(time.GetUtcNow(), RunCensus.Of(found));
    }

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<int>> Runs() => Fresh(
        c => c.ByState.Select(state => new Measurement<int>(state.Value, new KeyValuePair<string, object?>(TagNames.RunStatus, state.Key))));

    private IEnumerable<Measurement<int>> Waiting() => Fresh<int>(c => [new Measurement<int>(c.Waiting)]);

    private IEnumerable<Measurement<double>> Age() => Fresh(c => Seconds(time.GetUtcNow() - c.OldestSince));

    private IEnumerable<Measurement<double>> Deadline() => Fresh(c => Seconds(c.NextDeadline - time.GetUtcNow()));

    private IEnumerable<Measurement<T>> Fresh<T>(Func<RunCensus, IEnumerable<Measurement<T>>> measure)
        where T : struct => last is { } counted && time.GetUtcNow() - counted.At < Validity ? measure(counted.Census) : [];

    private static IEnumerable<Measurement<double>> Seconds(TimeSpan? span) => span is { } value ? [new Measurement<double>(value.TotalSeconds)] : [];

    private sealed record Counted(DateTimeOffset At, RunCensus Census);
}
