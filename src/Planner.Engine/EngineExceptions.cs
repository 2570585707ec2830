namespace Planner.Engine;

/// <summary>Another process holds the data directory; starting again helps once it has ended.</summary>
public sealed class EngineInUseException(string directory, Exception inner)
    : Exception($"The data directory '{directory}' is in use by another planner process. Wait for it to end, or give another directory.", inner)
{
    /// <summary>The directory that was asked for.</summary>
    public string Directory { get; } = directory;
}

/// <summary>
/// The engine's store failed (disk full, file unreadable). The engine has stopped; what was durable before is intact
/// and goes on when the cause is mended and the engine is opened again.
/// </summary>
public sealed class StoreFailedException(string message, Exception inner) : Exception(message, inner);

/// <summary>The code of a workflow does not fit what was recorded of a run; no retry helps.</summary>
public sealed class NonDeterministicWorkflowException : Exception
{
    /// <summary>The code did something else than event number <paramref name="index"/> says.</summary>
    public NonDeterministicWorkflowException(string instanceId, int index, string message)
        : base($"Run '{instanceId}' does not fit its history at event {index}: {message} "
            + "Change the story version when the order or kind of calls changes.") =>
        (InstanceId, EventIndex) = (instanceId, index);

    /// <summary>The body reached past its context.</summary>
    public NonDeterministicWorkflowException(string instanceId, string message)
        : base($"Run '{instanceId}' is not deterministic: {message}") => InstanceId = instanceId;

    /// <summary>The run.</summary>
    public string InstanceId { get; }

    /// <summary>Index of the recorded event, from 0; null where the fault is not at a recorded event.</summary>
    public int? EventIndex { get; }
}

/// <summary>A run belongs to a newer story version than this engine has; it is left as it is for a planner that has it.</summary>
public sealed class NewerStoryException(string instanceId, string recorded, string atHand)
    : InvalidOperationException($"Run '{instanceId}' belongs to story version {recorded}, and this planner has {atHand}: use the newer planner.");
