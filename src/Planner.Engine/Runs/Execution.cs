using Microsoft.Extensions.Logging;
using Planner.Durability;
using Planner.Durability.Telemetry;
using Planner.Engine.History;

namespace Planner.Engine.Runs;

/// <summary>
/// A body and where it stands: occurrences go in, requests come out. No input or output of its own, so that the
/// engine and an offline replay are the same code. One thread at a time.
/// </summary>
internal sealed class Execution
{
    private readonly WorkflowEntry workflow;
    private readonly TurnContext turn;
    private readonly EmbeddedContext context;
    private readonly Queue<Occurrence> held = new();
    private Task<string>? body;
    private bool isHeld;
    private int calls;
    private string? cause;

    public Execution(WorkflowEntry workflow, string instanceId, ILoggerFactory loggers)
    {
        (this.workflow, InstanceId) = (workflow, instanceId);
        Log = new ReplayCursor(instanceId);
        Steps = new PendingSteps(instanceId, Log);
        Signals = new SignalBuffer(Log);
        Sleeps = new PendingSleeps(Log, Guard);
        turn = new TurnContext(Stray);
        context = new EmbeddedContext(this, loggers);
    }

    public string InstanceId { get; }

    public ReplayCursor Log { get; }

    public PendingSteps Steps { get; }

    public SignalBuffer Signals { get; }

    public PendingSleeps Sleeps { get; }

    public DateTimeOffset Now { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The span that started the run, or null.</summary>
    public string? TraceParent { get; private set; }

    /// <summary>1, and one more each time the run continues as new.</summary>
    public int Number { get; private set; }

    public string? CustomStatus { get; set; }

    /// <summary>Where the body asked to continue as new: the input.</summary>
    public string? NextInput { get; set; }

    /// <summary>Where the steps belong that the body calls now.</summary>
    public TraceLine Trace => TraceParent is null && cause is null ? TraceLine.None : new TraceLine(TraceParent, cause);

    /// <summary>How it ended, or null.</summary>
    public RunEnded? End { get; private set; }

    /// <summary>True where the body has returned and asked to continue as new.</summary>
    public bool Continues => NextInput is not null && body is { IsCompletedSuccessfully: true };

    /// <summary>Called, from any thread, when the body awaited something that is not its context's.</summary>
    public Action? Strayed { get; set; }

    /// <summary>
    /// Gives an occurrence to the body and runs it as far as it goes. While the run is suspended it is kept, and
    /// takes effect in order when the run is resumed.
    /// </summary>
    /// <exception cref="NonDeterministicWorkflowException">The body does not fit the record.</exception>
    public void Receive(Occurrence occurrence)
    {
        isHeld = occurrence is RunSuspended || (isHeld && occurrence is not RunResumed);
        if (isHeld && occurrence is not (RunTerminated or RunSuspended))
        {
            held.Enqueue(occurrence);
            return;
        }

        Apply(occurrence);
        while (!isHeld && held.TryDequeue(out var next))
        {
            Apply(next);
        }
    }

    private void Apply(Occurrence occurrence)
    {
        if (End is not null)
        {
            return;
        }

        Now = occurrence.At > Now ? occurrence.At : Now;
        turn.Run(() => Dispatch(occurrence));
        if (End is null && body is { IsCompleted: true } && !Continues)
        {
            End = Log.Add(Outcome(body));
        }

        if (Log.Fault is not null)
        {
            throw Log.Fault;
        }
    }

    /// <summary>Throws unless the body itself is calling.</summary>
    public void Guard()
    {
        if (!turn.IsCurrent)
        {
            throw Log.Break(new NonDeterministicWorkflowException(InstanceId, "its context was used, or a sleep cancelled, outside the body's own thread."));
        }
    }

    public int NextCall()
    {
        Guard();
        return ++calls;
    }

    private void Dispatch(Occurrence occurrence)
    {
        cause = (occurrence as SignalReceived)?.TraceParent;
        switch (occurrence)
        {
            case RunStarted started: Begin(started); break;
            case StepCompleted step: Steps.Complete(step.Call, step.Result); break;
            case StepFailed step: Steps.Fail(step.Call, step.Cause, step.Reason); break;
            case StepAttemptFailed step: Steps.Rest(step.Call, step.Attempt, step.Due); break;
            case SignalReceived signal: Signals.Receive(signal); break;
            case WaitTimedOut wait: Signals.TimeOut(wait.Call); break;
            case SleepEnded sleep: Sleeps.End(sleep.Call); break;
            case RunTerminated terminated: End = new RunEnded(RunStatus.Terminated, null, terminated.Reason) { SupersededBy = terminated.SupersededBy }; break;
            case RunSuspended or RunResumed: break;
            default: throw new InvalidOperationException($"{occurrence.GetType().Name} is not known here.");
        }
    }

    private void Begin(RunStarted started)
    {
        (StartedAt, Number, Steps.LastOrdinal, TraceParent) = (started.At, started.Execution, started.LastOrdinal, started.TraceParent);
        body = workflow.Run(context, started.Input);
    }

    private void Stray(string message)
    {
        Log.Break(new NonDeterministicWorkflowException(InstanceId, message));
        Strayed?.Invoke();
    }

    private static RunEnded Outcome(Task<string> body)
    {
        if (body.IsCompletedSuccessfully)
        {
            return new RunEnded(RunStatus.Completed, body.Result, null);
        }

        Exception fault = body.Exception?.InnerException ?? new TaskCanceledException(body);
        return new RunEnded(RunStatus.Failed, null, ErrorText.Of(fault));
    }
}
