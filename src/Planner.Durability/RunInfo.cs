namespace Planner.Durability;

/// <summary>How far a run is.</summary>
public enum RunStatus
{
    /// <summary>Started, no turn taken.</summary>
    Pending,

    /// <summary>Working or waiting.</summary>
    Running,

    /// <summary>Held by an operator.</summary>
    Suspended,

    /// <summary>Ended with a result.</summary>
    Completed,

    /// <summary>Ended by an exception that the story did not handle.</summary>
    Failed,

    /// <summary>Ended from outside, or succeeded by a run of a newer story version.</summary>
    Terminated,
}

/// <summary>What is known of a run.</summary>
public sealed record RunInfo
{
    /// <summary>Its id.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The workflow's registered name.</summary>
    public required string Workflow { get; init; }

    /// <summary>The story version that it was started under.</summary>
    public required string StoryVersion { get; init; }

    /// <summary>How far it is.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its last event was recorded.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What the story last gave to <see cref="WorkflowContext.SetStatus"/>.</summary>
    public string? CustomStatus { get; init; }

    /// <summary>The input as JSON.</summary>
    public string? Input { get; init; }

    /// <summary>The result as JSON, where completed.</summary>
    public string? Output { get; init; }

    /// <summary>Why it failed or was terminated: one line.</summary>
    public string? Reason { get; init; }

    /// <summary>The run of a newer story version that took over.</summary>
    public string? SucceededBy { get; init; }

    /// <summary>The run of a newer trigger for which this one was ended, where it was: see <see cref="Termination.SupersededBy"/>.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>True where nothing more will happen.</summary>
    public bool HasEnded => Status is RunStatus.Completed or RunStatus.Failed or RunStatus.Terminated;
}

/// <summary>Which runs to list.</summary>
/// <param name="Statuses">Only these; empty or null for all.</param>
/// <param name="IdPrefix">Only ids that start so, ordinal: run ids of a ticket start with its key and a hyphen.</param>
/// <param name="PageSize">1 to 1000.</param>
/// <param name="Cursor">What the page before returned.</param>
/// <param name="CreatedBefore">Only runs that were started before.</param>
public sealed record RunQuery(
    IReadOnlyList<RunStatus>? Statuses = null,
    string? IdPrefix = null,
    int PageSize = 100,
    string? Cursor = null,
    DateTimeOffset? CreatedBefore = null)
{
    /// <summary>The <see cref="Statuses"/> of runs that have not ended.</summary>
    public static IReadOnlyList<RunStatus> UnderWay { get; } = [RunStatus.Pending, RunStatus.Running, RunStatus.Suspended];
}

/// <summary>A page of runs; <paramref name="NextCursor"/> is null on the last.</summary>
public sealed record RunPage(IReadOnlyList<RunInfo> Items, string? NextCursor);
