using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Planner.Durability.Telemetry;

/// <summary>Starts and ends of runs, told by engines once each is durable. A kill right then loses a count and makes none twice.</summary>
public static class RunTelemetry
{
    private static readonly Counter<long> Started =
        PlannerTelemetry.Meter.CreateCounter<long>(MetricNames.RunsStarted, "{run}", "Plannings that were started.");

    private static readonly Counter<long> Ended =
        PlannerTelemetry.Meter.CreateCounter<long>(MetricNames.RunsEnded, "{run}", "Plannings that ended.");

    /// <summary>The span of a start. Its <see cref="Activity.Id"/> is kept with the run, whose steps become its children.</summary>
    public static Activity? Starting(string workflow, string runId)
    {
        var span = PlannerTelemetry.Source.StartActivity($"start {workflow}", ActivityKind.Producer);
        span?.SetTag(TagNames.Workflow, workflow);
        RunLabels.Of(runId).Tag(span);
        return span;
    }

    /// <summary>A run was started.</summary>
    public static void HasStarted(WorkflowEntry workflow)
    {
        if (workflow.IsCounted)
        {
            Started.Add(1);
        }
    }

    /// <summary>A run ended.</summary>
    /// <param name="workflow">What it ran.</param>
    /// <param name="status">How it ended.</param>
    public static void HasEnded(WorkflowEntry workflow, EndStatus status)
    {
        if (workflow.IsCounted)
        {
            Ended.Add(1, new KeyValuePair<string, object?>(TagNames.RunStatus, status.ToString()));
        }
    }

    /// <summary>The span of a whole run, beside its steps, for an engine whose host makes none: from its creation to its end.</summary>
    /// <param name="run">As it ended.</param>
    /// <param name="traceParent">The span that started it.</param>
    public static void Draw(RunInfo run, string? traceParent)
    {
        if (!PlannerTelemetry.Source.HasListeners() || !ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent))
        {
            return;
        }

        using var span = PlannerTelemetry.Source.StartActivity($"run {run.Workflow}", ActivityKind.Internal, parent, startTime: run.CreatedAt);
        span?.SetTag(TagNames.Workflow, run.Workflow).SetTag(TagNames.RunStatus, EndOf(run).ToString()).SetEndTime(run.UpdatedAt.UtcDateTime);
        RunLabels.Of(run.InstanceId).Tag(span);
        if (run.Status is RunStatus.Failed)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>How a run ended, in the words of the metric.</summary>
    /// <exception cref="ArgumentException">It has not ended.</exception>
    public static EndStatus EndOf(RunInfo run) => run.Status switch
    {
        RunStatus.Completed => EndStatus.Completed,
        RunStatus.Failed => EndStatus.Failed,
        RunStatus.Terminated => OfTermination(run.SucceededBy ?? run.SupersededBy),
        _ => throw new ArgumentException("The run has not ended.", nameof(run)),
    };

    /// <summary>How a run ended that was ended from outside.</summary>
    /// <param name="inFavourOf">The run that took the place, or null.</param>
    public static EndStatus OfTermination(string? inFavourOf) => inFavourOf is null ? EndStatus.Cancelled : EndStatus.Superseded;
}

/// <summary>Values of <see cref="TagNames.RunStatus"/> on <see cref="MetricNames.RunsEnded"/>.</summary>
public enum EndStatus
{
    /// <summary>With a result.</summary>
    Completed,

    /// <summary>By a fault that the story did not handle.</summary>
    Failed,

    /// <summary>From outside.</summary>
    Cancelled,

    /// <summary>In favour of another run: of a newer trigger, or of a newer story.</summary>
    Superseded,
}
