namespace Planner.Durability;

/// <summary>The name and payload type of a message to a waiting run. Unique per run and round, case-insensitive.</summary>
public sealed record Signal<T>(string Name);

/// <summary>How a wait ended.</summary>
public abstract record SignalResult<T>
{
    private SignalResult()
    {
    }

    /// <summary>The signal came.</summary>
    public sealed record Received(T Payload) : SignalResult<T>;

    /// <summary>The deadline passed first.</summary>
    public sealed record TimedOut : SignalResult<T>;
}
