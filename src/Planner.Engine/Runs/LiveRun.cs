using Microsoft.Extensions.Logging;
using Planner.Durability;
using Planner.Engine.History;
using Planner.Engine.Storage;

namespace Planner.Engine.Runs;

/// <summary>A run in memory: its body, its row, and what it has yet to write. Used by one thread at a time.</summary>
internal sealed class LiveRun
{
    private readonly WorkflowEntry workflow;
    private readonly ILoggerFactory loggers;
    private List<HistoryEvent> unwritten = [];
    private int written;
    private bool isNew;
    private bool isReset;
    private bool isStale;

    private LiveRun(WorkflowEntry workflow, RunInfo info, ILoggerFactory loggers)
    {
        (this.workflow, Info, this.loggers) = (workflow, info, loggers);
        Execution = new Execution(workflow, info.InstanceId, loggers);
    }

    public RunInfo Info { get; private set; }

    public Execution Execution { get; private set; }

    /// <summary>Whether steps may start and timers may fire.</summary>
    public bool IsActive => Info.Status is RunStatus.Running;

    /// <summary>True while nothing but a signal or a timer can make it go on.</summary>
    public bool IsWaiting => !Execution.Steps.IsBusy && unwritten.Count == 0;

    /// <summary>When the first timer is due; null where none is, or the run does not go on.</summary>
    public DateTimeOffset? NextDue => !IsActive ? null : Earliest(Execution.Steps.NextDue, NextTimer?.Due);

    private (DateTimeOffset Due, Occurrence Event)? NextTimer => Timer(Execution.Signals.NextDue, Execution.Sleeps.NextDue);

    /// <summary>A run that starts now.</summary>
    public static LiveRun Begin(WorkflowEntry workflow, RunInfo info, string? traceParent, ILoggerFactory loggers)
    {
        var run = new LiveRun(workflow, info, loggers) { isNew = true };
        run.Receive(new RunStarted(info.CreatedAt, info.Input!, 1, 0) { TraceParent = traceParent });
        return run;
    }

    /// <summary>A run as the store has it; the body is replayed.</summary>
    public static LiveRun Restore(WorkflowEntry workflow, RunRecord stored, ILoggerFactory loggers)
    {
        var run = new LiveRun(workflow, stored.Run, loggers) { written = stored.Events.Count };
        run.Step(() => run.Execution.Log.Replay(stored.Events, run.Execution.Receive));
        run.isStale = run.Info.HasEnded;
        return run;
    }

    /// <summary>Records an occurrence and lets the body answer it.</summary>
    public void Receive(Occurrence occurrence)
    {
        if (Info.HasEnded)
        {
            return;
        }

        unwritten.Add(occurrence);
        Info = Info with { UpdatedAt = occurrence.At, Status = Status(occurrence) };
        Step(() => Execution.Receive(occurrence));
    }

    /// <summary>Lets everything take effect whose time has come.</summary>
    public void FireDue(DateTimeOffset now)
    {
        if (Execution.Log.Fault is { } fault)
        {
            Fail(fault);
        }

        while (IsActive && NextTimer is { } timer && timer.Due <= now)
        {
            Receive(timer.Event switch
            {
                WaitTimedOut wait => wait with { At = now },
                SleepEnded sleep => sleep with { At = now },
                _ => throw new InvalidOperationException("A timer is a wait's or a sleep's."),
            });
        }

        if (IsActive)
        {
            Execution.Steps.WakeDue(now);
        }
    }

    /// <summary>What is to be written, or null.</summary>
    public RunChange? TakeChange()
    {
        if (unwritten.Count == 0 && !isStale)
        {
            return null;
        }

        var wake = IsActive && Execution.Steps.IsBusy ? DateTimeOffset.MinValue : NextDue;
        var change = new RunChange { Run = Info, Events = unwritten, FirstIndex = written, Wake = wake, IsNew = isNew, IsReset = isReset };
        (written, unwritten, isNew, isReset, isStale) = (written + unwritten.Count, [], false, false, false);
        return change;
    }

    private void Step(Action action)
    {
        try
        {
            action();
        }
        catch (NonDeterministicWorkflowException e)
        {
            Fail(e);
            return;
        }

        Execution.Log.TakeFresh(unwritten);
        Info = Info with { CustomStatus = Execution.CustomStatus ?? Info.CustomStatus };
        if (Execution.End is { } end)
        {
            Info = Info with { Status = end.Status, Output = end.Output, Reason = end.Reason, SupersededBy = end.SupersededBy };
        }
        else if (Execution.Continues)
        {
            Renew();
        }
    }

    // The history begins again; signals that nobody consumed open it.
    private void Renew()
    {
        var last = Execution;
        Execution = new Execution(workflow, Info.InstanceId, loggers) { Strayed = last.Strayed };
        (isReset, written, unwritten) = (!isNew, 0, []);
        Info = Info with { Input = last.NextInput };
        Receive(new RunStarted(last.Now, last.NextInput!, last.Number + 1, last.Steps.LastOrdinal) { TraceParent = last.TraceParent });
        foreach (var signal in last.Signals.Unconsumed)
        {
            Receive(signal);
        }
    }

    private void Fail(NonDeterministicWorkflowException fault)
    {
        if (Info.HasEnded)
        {
            return;
        }

        var reason = ErrorText.Of(fault);
        unwritten.Add(new RunEnded(RunStatus.Failed, null, reason));
        Info = Info with { Status = RunStatus.Failed, Reason = reason };
    }

    private RunStatus Status(Occurrence occurrence) => occurrence switch
    {
        RunSuspended => RunStatus.Suspended,
        RunStarted or RunResumed => RunStatus.Running,
        _ => Info.Status,
    };

    private static (DateTimeOffset Due, Occurrence Event)? Timer((DateTimeOffset Due, int Call)? wait, (DateTimeOffset Due, int Call)? sleep)
    {
        if (wait is { } w && (sleep is not { } s || w.CompareTo(s) < 0))
        {
            return (w.Due, new WaitTimedOut(w.Due, w.Call));
        }

        return sleep is { } only ? (only.Due, new SleepEnded(only.Due, only.Call)) : null;
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b ?? a : a;
}
