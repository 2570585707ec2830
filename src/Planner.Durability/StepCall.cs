namespace Planner.Durability;

/// <summary>What a step's handler is told about the call that it serves.</summary>
/// <param name="RunId">The run that called.</param>
/// <param name="Key">Run id / step name / ordinal: the same at every attempt; writes and paid calls use it.</param>
/// <param name="Attempt">1 for the first attempt known to the engine; a crash may repeat a number.</param>
/// <param name="Now">The workflow's clock when it made the call; the same at every attempt.</param>
/// <param name="Cancellation">Fires when the host stops.</param>
public sealed record StepCall(string RunId, string Key, int Attempt, DateTimeOffset Now, CancellationToken Cancellation)
{
    /// <summary>
    /// The host's clock when this attempt began: later than <see cref="Now"/> by what a downtime or earlier attempts took. For what is
    /// not worth doing any more; nothing that must be the same at every attempt may depend on it.
    /// </summary>
    public DateTimeOffset AttemptedAt { get; init; } = Now;
}
