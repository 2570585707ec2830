using Microsoft.Extensions.Logging;
using Planner.Durability;
using Planner.Engine.Runs;
using Planner.Engine.Steps;
using Planner.Engine.Storage;
using Planner.Engine.Timers;

namespace Planner.Engine;

/// <summary>The parts of a running engine and how they reach each other.</summary>
internal sealed class EngineCore : IDisposable
{
    private readonly ILogger logger;
    private readonly TimeProvider time;
    private readonly ITimer sweeper;
    private Exception? failure;

    public EngineCore(EngineOptions options, IHistoryStore store, WorkflowCatalog catalog, TimeProvider time, ILoggerFactory loggers)
    {
        (Options, Store, Catalog, this.time, Loggers) = (options, store, catalog, time, loggers);
        logger = loggers.CreateLogger("Planner.Engine");
        Directory = new RunDirectory(this);
        Timers = new TimerLoop(time, id => Directory.Post(id, new Tick()));
        Steps = new StepRunner(catalog, options.MaxConcurrentSteps, time, Directory.Post, logger);
        var pause = options.IdleTime / 2;
        sweeper = time.CreateTimer(_ => Directory.Sweep(Now, options.IdleTime), null, pause, pause);
    }

    public EngineOptions Options { get; }

    public IHistoryStore Store { get; }

    public WorkflowCatalog Catalog { get; }

    public ILoggerFactory Loggers { get; }

    public RunDirectory Directory { get; }

    public TimerLoop Timers { get; }

    public StepRunner Steps { get; }

    public EndWaiters Ends { get; } = new();

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Why the engine takes nothing more; null while it runs.</summary>
    public Exception? Failure => failure;

    /// <summary>Wakes what has something to do and sets the timers of what waits.</summary>
    public void Begin()
    {
        var unfinished = Store.Unfinished();
        Log.Opened(logger, Options.DataDirectory, unfinished.Count);
        foreach (var run in unfinished)
        {
            Begin(run);
        }
    }

    /// <summary>Tells callers that their messages were not taken. A store that failed stops the engine.</summary>
    public void Refuse(IEnumerable<RunMessage> messages, Exception cause)
    {
        if (cause is StoreFailedException)
        {
            Fail(cause);
        }
        else if (failure is null)
        {
            Log.TurnFailed(logger, cause);
        }

        foreach (var ask in messages.OfType<Ask>())
        {
            ask.Reply.TrySetException(cause);
        }
    }

    /// <summary>Takes nothing more and starts no step; the first cause stays.</summary>
    public void Fail(Exception cause)
    {
        if (Interlocked.CompareExchange(ref failure, cause, null) is not null)
        {
            return;
        }

        if (cause is StoreFailedException)
        {
            Log.Stopped(logger, cause);
        }

        Ends.Fail(cause);
        _ = Steps.Stop(TimeSpan.Zero);
    }

    /// <summary>Steps under way are told to stop and what they return in time is kept; then nothing more is taken.</summary>
    public async Task Stop()
    {
        await sweeper.DisposeAsync();
        Timers.Dispose();
        await Steps.Stop(Options.StopTimeout);
        await Directory.Settled();
        Fail(new ObjectDisposedException(nameof(EmbeddedEngine)));
    }

    public void Dispose() => Steps.Dispose();

    private void Begin(UnfinishedRun run)
    {
        var age = Catalog.HasWorkflow(run.Workflow) ? StoryVersions.Compare(run.StoryVersion, Catalog.Workflow(run.Workflow).StoryVersion) : 0;
        if (!Catalog.HasWorkflow(run.Workflow))
        {
            Log.WorkflowMissing(logger, run.InstanceId, run.Workflow);
        }
        else if (age > 0)
        {
            Log.StoryNewer(logger, run.InstanceId, run.StoryVersion, run.Workflow, Catalog.Workflow(run.Workflow).StoryVersion);
        }
        else if (run.Wake <= Now || age < 0)
        {
            Directory.Post(run.InstanceId, new Tick());
        }
        else
        {
            Timers.Set(run.InstanceId, run.Wake);
        }
    }
}
