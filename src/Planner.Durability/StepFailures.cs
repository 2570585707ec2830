namespace Planner.Durability;

/// <summary>Thrown by a step's handler to say whether trying again can help. Any other exception counts as one where it can.</summary>
public class StepException(string message, bool retryHelps, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>False where the same input can only fail again.</summary>
    public bool RetryHelps { get; } = retryHelps;
}

/// <summary>What the story sees when a step failed for good.</summary>
public sealed class StepFailedException(string step, string cause, string message)
    : Exception($"{step}: {message}")
{
    /// <summary>The step's name.</summary>
    public string Step { get; } = step;

    /// <summary>The simple name of the exception's type.</summary>
    public string Cause { get; } = cause;

    /// <summary>The message of the exception, without the step's name.</summary>
    public string Reason { get; } = message;
}
