namespace Planner.Api.Events;

/// <summary>The times of an event stream.</summary>
public sealed record EventPace
{
    /// <summary>Between two looks at the journal.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Between two signs of life where nothing happens; proxies close what is silent for a minute.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>After it the stream ends, and the reader comes back with the last id: roles may have changed.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a reader may take for what was sent before it is given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
}
