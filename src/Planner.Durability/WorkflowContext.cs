using Microsoft.Extensions.Logging;

namespace Planner.Durability;

/// <summary>
/// What a workflow may touch. It mirrors what Durable Task offers and no more, so that the same story runs on every
/// engine. A workflow body is replayed from its history: it must be deterministic and reach the world only through
/// these members.
/// </summary>
public abstract class WorkflowContext
{
    /// <summary>The id of this run, as given to <see cref="IWorkflowClient.Start"/>.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The time of the event that is being handled; the same on every replay. Always UTC.</summary>
    public abstract DateTimeOffset UtcNow { get; }

    /// <summary>True while the body runs through what has already happened.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>A new identifier, the same on every replay.</summary>
    public abstract Guid NewGuid();

    /// <summary>
    /// Runs a step at least once and returns its result. The step is given the key
    /// <c>run id / step name / ordinal of the call in the story</c>, the same at every attempt and replay.
    /// </summary>
    /// <exception cref="StepFailedException">
    /// The step failed for good: no retry helps or none is left. A result over <see cref="Payload.MaxBytes"/> is such a
    /// failure, with <see cref="PayloadTooLargeException"/> as its cause.
    /// </exception>
    /// <exception cref="PayloadTooLargeException">The input is over <see cref="Payload.MaxBytes"/>.</exception>
    public abstract Task<TOut> Call<TIn, TOut>(Step<TIn, TOut> step, TIn input);

    /// <summary>
    /// Waits for the next signal of a name, at most until the deadline. Running out of time is a value, not an
    /// exception. Signals that came early are kept, in order. Where a signal and the deadline come together the
    /// signal wins. At most one wait per name may be pending; names are case-insensitive.
    /// </summary>
    /// <exception cref="InvalidOperationException">A wait for the same name is already pending.</exception>
    public abstract Task<SignalResult<T>> WaitFor<T>(Signal<T> signal, DateTimeOffset deadline);

    /// <summary>
    /// Sleeps until the given time. Returns true when the time came and false when cancelled first; a cancelled sleep
    /// leaves no timer behind. Cancel with <see cref="CancellationTokenSource.Cancel()"/>; <c>CancelAsync</c> calls back
    /// on another thread, where a body cannot be followed, and fails the run.
    /// </summary>
    public abstract Task<bool> SleepUntil(DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Publishes what the run is doing, for people and clients. Ids only; at most 16 KB.</summary>
    public abstract void SetStatus(string status);

    /// <summary>A logger that is silent while replaying.</summary>
    public abstract ILogger CreateLogger(string category);

    /// <summary>
    /// Ends this execution when the body returns and starts the same run afresh with the given input and an empty
    /// history. Signals that were not consumed are kept; ordinals of step keys go on from where they were.
    /// </summary>
    public abstract void ContinueAsNew<TIn>(TIn input);
}
