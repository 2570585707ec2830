using Planner.Durability;
using Planner.Engine.History;
using Planner.Engine.Steps;

namespace Planner.Engine.Runs;

/// <summary>What an actor does with its messages: loads the run, feeds it, collects the effects.</summary>
internal sealed class RunProcessor(string id, EngineCore core)
{
    private LiveRun? run;
    private RunInfo? over;
    private bool loaded;
    private bool purged;

    /// <summary>True where the run has ended or is unknown.</summary>
    public bool IsOver => run is null;

    /// <summary>True where only a signal or a timer can make the run go on.</summary>
    public bool IsWaiting => run is null || run.IsWaiting;

    public void Handle(List<RunMessage> batch, TurnEffects effects)
    {
        Load(effects);
        foreach (var message in batch)
        {
            Handle(message, effects);
        }

        run?.FireDue(core.Now);
        Collect(effects);
    }

    private void Load(TurnEffects effects)
    {
        if (loaded)
        {
            return;
        }

        if (core.Store.Load(id) is { } stored)
        {
            if (stored.Run.HasEnded)
            {
                over = stored.Run;
            }
            else
            {
                Restore(stored.Run, () => stored, effects);
            }
        }

        loaded = true;
    }

    private void Restore(RunInfo info, Func<Planner.Engine.Storage.RunRecord> stored, TurnEffects effects)
    {
        var workflow = core.Catalog.Workflow(info.Workflow);
        var age = StoryVersions.Compare(info.StoryVersion, workflow.StoryVersion);
        if (age > 0)
        {
            throw new NewerStoryException(id, info.StoryVersion, workflow.StoryVersion);
        }

        if (age == 0)
        {
            Adopt(LiveRun.Restore(workflow, stored(), core.Loggers));
        }
        else
        {
            over = Succession.Prepare(core, workflow, stored(), effects);
        }
    }

    private void Handle(RunMessage message, TurnEffects effects)
    {
        switch (message)
        {
            case Tick: break;
            case Settle settle: effects.Answer(settle, new Receipt.Done()); break;
            case StepReturned step: Return(step); break;
            case BeginRun start: effects.Answer(start, Start(start)); break;
            case PurgeRun purge: effects.Answer(purge, Purge(effects)); break;
            case Deliver deliver: effects.Answer(deliver, Tell(Signal(deliver))); break;
            case Suspend suspend: effects.Answer(suspend, Hold(suspend.Reason)); break;
            case Resume resume: effects.Answer(resume, Free(resume.Reason)); break;
            case Terminate terminate: effects.Answer(terminate, Tell(Terminated(terminate.Why))); break;
            default: throw new InvalidOperationException($"{message.GetType().Name} is not known here.");
        }
    }

    private Receipt Start(BeginRun start)
    {
        if (run is not null || over is not null || purged || core.Store.IsTaken(id, core.Now))
        {
            return new Receipt.TooLate(null);
        }

        var now = core.Now;
        Adopt(LiveRun.Begin(start.Workflow, NewRun.Of(id, start.Workflow, start.Input, now), start.TraceParent, core.Loggers));
        return new Receipt.Done();
    }

    private RunTerminated Terminated(Termination why) => new(core.Now, ErrorText.Of(why.Reason)) { SupersededBy = why.SupersededBy };

    private Receipt Tell(Occurrence occurrence)
    {
        if (run is { Info.HasEnded: false })
        {
            run.Receive(occurrence);
            return new Receipt.Done();
        }

        return (run?.Info ?? over) is { } ended ? new Receipt.TooLate(ended.SucceededBy) : new Receipt.Unknown();
    }

    private SignalReceived Signal(Deliver deliver) => new(core.Now, deliver.Signal, deliver.Payload) { TraceParent = deliver.TraceParent };

    private Receipt Hold(string reason) => run is { Info.Status: RunStatus.Suspended }
        ? new Receipt.Done()
        : Tell(new RunSuspended(core.Now, ErrorText.Of(reason)));

    private Receipt Free(string reason) => run is { IsActive: true }
        ? new Receipt.Done()
        : Tell(new RunResumed(core.Now, ErrorText.Of(reason)));

    private Receipt Purge(TurnEffects effects)
    {
        if (run is { Info.HasEnded: false })
        {
            return new Receipt.TooEarly();
        }

        if (run is null && over is null)
        {
            return new Receipt.Unknown();
        }

        (run, over, purged) = (null, null, true);
        effects.Purge = (id, core.Now, core.Now + core.Options.PurgeMarker);
        return new Receipt.Done();
    }

    private void Return(StepReturned step)
    {
        if (run is null || step.Execution != run.Execution.Number || run.Execution.Steps.Find(step.Call) is not { } pending)
        {
            return;
        }

        run.Receive(StepOutcome.Of(step, pending, core.Now));
    }

    private void Adopt(LiveRun adopted)
    {
        run = adopted;
        run.Execution.Strayed = () => core.Directory.Post(id, new Tick());
    }

    private void Collect(TurnEffects effects)
    {
        if (run is null)
        {
            core.Timers.Set(id, null);
            return;
        }

        if (run.TakeChange() is { } change)
        {
            effects.Changes.Add(change);
        }

        core.Timers.Set(id, run.NextDue);
        if (run.IsActive)
        {
            foreach (var step in run.Execution.Steps.TakeStartable())
            {
                effects.Start(new StepJob(id, run.Execution.Number, step, step.Attempt));
            }
        }

        if (!run.Info.HasEnded)
        {
            return;
        }

        effects.Ended = over = run.Info;
        effects.EndedTrace = run.Execution.TraceParent;
        run = null;
    }
}
