using Planner.Durability;
using Planner.Durability.Telemetry;
using Planner.Engine.Steps;
using Planner.Engine.Storage;

namespace Planner.Engine.Runs;

/// <summary>What one turn changes, and what may leave only when that is durable.</summary>
internal sealed class TurnEffects
{
    private readonly List<(Ask Ask, Receipt Receipt)> replies = [];
    private readonly List<StepJob> steps = [];

    /// <summary>Changes to commit, in order.</summary>
    public List<RunChange> Changes { get; } = [];

    /// <summary>Set where the run is deleted: until when its id stays taken.</summary>
    public (string InstanceId, DateTimeOffset Now, DateTimeOffset Until)? Purge { get; set; }

    /// <summary>The run, where it ended in this turn.</summary>
    public RunInfo? Ended { get; set; }

    /// <summary>The span that started that run, or null.</summary>
    public string? EndedTrace { get; set; }

    /// <summary>A run that was made in this turn and has to be woken.</summary>
    public string? Successor { get; set; }

    public void Answer(Ask ask, Receipt receipt) => replies.Add((ask, receipt));

    public void Start(StepJob step) => steps.Add(step);

    /// <summary>Begins to write; null where there is nothing to write.</summary>
    public Task? Commit(IHistoryStore store)
    {
        var commit = Changes.Count > 0 ? store.Commit(Changes) : null;
        return Purge is { } purge ? store.Purge(purge.InstanceId, purge.Now, purge.Until) : commit;
    }

    public void Release(EngineCore core)
    {
        foreach (var step in steps)
        {
            core.Steps.Add(step);
        }

        if (Successor is not null)
        {
            core.Directory.Post(Successor, new Tick());
        }

        if (Ended is not null)
        {
            Report(core, Ended);
        }

        foreach (var (ask, receipt) in replies)
        {
            ask.Reply.TrySetResult(receipt);
        }
    }

    private void Report(EngineCore core, RunInfo ended)
    {
        var workflow = core.Catalog.Workflow(ended.Workflow);
        RunTelemetry.HasEnded(workflow, RunTelemetry.EndOf(ended));
        if (Successor is not null)
        {
            RunTelemetry.HasStarted(workflow);
        }

        RunTelemetry.Draw(ended, EndedTrace);
        core.Ends.Report(ended);
    }
}
