using System.Text.Json.Serialization;
using Planner.Durability;

namespace Planner.Engine.History;

/// <summary>
/// One line of a run's history. Two kinds stand in the order in which they took effect: an <see cref="Occurrence"/>
/// happened to the run, a <see cref="Request"/> is what the body asked for in answer to it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(RunStarted), "runStarted")]
[JsonDerivedType(typeof(StepCompleted), "stepCompleted")]
[JsonDerivedType(typeof(StepAttemptFailed), "stepAttemptFailed")]
[JsonDerivedType(typeof(StepFailed), "stepFailed")]
[JsonDerivedType(typeof(SignalReceived), "signalReceived")]
[JsonDerivedType(typeof(WaitTimedOut), "waitTimedOut")]
[JsonDerivedType(typeof(SleepEnded), "sleepEnded")]
[JsonDerivedType(typeof(RunSuspended), "runSuspended")]
[JsonDerivedType(typeof(RunResumed), "runResumed")]
[JsonDerivedType(typeof(RunTerminated), "runTerminated")]
[JsonDerivedType(typeof(StepCalled), "stepCalled")]
[JsonDerivedType(typeof(WaitCalled), "waitCalled")]
[JsonDerivedType(typeof(SleepCalled), "sleepCalled")]
[JsonDerivedType(typeof(SleepCancelled), "sleepCancelled")]
[JsonDerivedType(typeof(RunEnded), "runEnded")]
public abstract record HistoryEvent;

/// <summary>Something that happened to the run; <paramref name="At"/> becomes the workflow's clock.</summary>
public abstract record Occurrence(DateTimeOffset At) : HistoryEvent;

/// <summary>Something that the body asked for. A replay must ask for the same, in the same place.</summary>
public abstract record Request : HistoryEvent
{
    /// <summary>Whether a replayed body that asks for <paramref name="other"/> is still telling the same story.</summary>
    public abstract bool Fits(Request other);
}

/// <summary>The run, or one execution of a run that continues as new, began.</summary>
/// <param name="At">The clock.</param>
/// <param name="Input">The input as JSON.</param>
/// <param name="Execution">1, and one more each time the run continues as new.</param>
/// <param name="LastOrdinal">Ordinal of the last step that earlier executions called; 0 at first.</param>
public sealed record RunStarted(
    DateTimeOffset At,
    [property: JsonConverter(typeof(RawJsonConverter))] string Input,
    int Execution,
    int LastOrdinal) : Occurrence(At)
{
    /// <summary>The span that started the run, as a W3C traceparent; null where nobody traced. No body sees it.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>A step returned.</summary>
public sealed record StepCompleted(
    DateTimeOffset At,
    int Call,
    [property: JsonConverter(typeof(RawJsonConverter))] string Result) : Occurrence(At);

/// <summary>An attempt failed and the next one may start at <paramref name="Due"/>.</summary>
public sealed record StepAttemptFailed(DateTimeOffset At, int Call, int Attempt, DateTimeOffset Due, string Cause, string Reason)
    : Occurrence(At);

/// <summary>A step failed for good.</summary>
public sealed record StepFailed(DateTimeOffset At, int Call, string Cause, string Reason) : Occurrence(At);

/// <summary>A signal came, waited for or not.</summary>
public sealed record SignalReceived(
    DateTimeOffset At,
    string Name,
    [property: JsonConverter(typeof(RawJsonConverter))] string Payload) : Occurrence(At)
{
    /// <summary>The span that sent it, as a W3C traceparent; null where nobody traced. No body sees it.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>The deadline of a wait passed.</summary>
public sealed record WaitTimedOut(DateTimeOffset At, int Call) : Occurrence(At);

/// <summary>A sleep reached its time.</summary>
public sealed record SleepEnded(DateTimeOffset At, int Call) : Occurrence(At);

/// <summary>What comes after takes effect when the run is resumed.</summary>
public sealed record RunSuspended(DateTimeOffset At, string Reason) : Occurrence(At);

/// <summary>The run goes on with all that came meanwhile.</summary>
public sealed record RunResumed(DateTimeOffset At, string Reason) : Occurrence(At);

/// <summary>The run was ended from outside.</summary>
public sealed record RunTerminated(DateTimeOffset At, string Reason) : Occurrence(At)
{
    /// <summary>The run in whose favour, or null.</summary>
    public string? SupersededBy { get; init; }
}

/// <summary>The body called a step.</summary>
public sealed record StepCalled(int Call, string Step, int Ordinal) : Request
{
    /// <inheritdoc/>
    public override bool Fits(Request other) => other is StepCalled called && called == this;
}

/// <summary>The body waits for a signal.</summary>
public sealed record WaitCalled(int Call, string Signal, DateTimeOffset Deadline) : Request
{
    /// <inheritdoc/>
    public override bool Fits(Request other) =>
        other is WaitCalled wait && wait.Call == Call && string.Equals(wait.Signal, Signal, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The body sleeps.</summary>
public sealed record SleepCalled(int Call, DateTimeOffset Until) : Request
{
    /// <inheritdoc/>
    public override bool Fits(Request other) => other is SleepCalled sleep && sleep.Call == Call;
}

/// <summary>The body cancelled a sleep.</summary>
public sealed record SleepCancelled(int Call) : Request
{
    /// <inheritdoc/>
    public override bool Fits(Request other) => other is SleepCancelled cancelled && cancelled == this;
}

/// <summary>The body returned or threw.</summary>
public sealed record RunEnded(
    RunStatus Status,
    [property: JsonConverter(typeof(RawJsonConverter))] string? Output,
    string? Reason) : Request
{
    /// <summary>The run in whose favour it was terminated, or null.</summary>
    public string? SupersededBy { get; init; }

    /// <inheritdoc/>
    public override bool Fits(Request other) => other is RunEnded ended && ended.Status == Status;
}
