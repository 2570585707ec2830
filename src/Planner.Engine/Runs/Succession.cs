using System.Globalization;
using Planner.Durability;
using Planner.Engine.History;
using Planner.Engine.Storage;

namespace Planner.Engine.Runs;

/// <summary>A run of an older story version is not replayed: it ends, and a run of the version at hand takes over, in one commit.</summary>
internal static class Succession
{
    /// <summary>Adds both changes to the effects and returns the run as it ended.</summary>
    public static RunInfo Prepare(EngineCore core, WorkflowEntry workflow, RunRecord old, TurnEffects effects)
    {
        var successor = FreeId(core, old.Run.InstanceId);
        var reason = $"Succeeded by '{successor}': story version {old.Run.StoryVersion} became {workflow.StoryVersion}.";
        var ended = old.Run with
        {
            Status = RunStatus.Terminated,
            Reason = reason,
            SucceededBy = successor,
            UpdatedAt = core.Now,
        };
        effects.Changes.Add(new RunChange
        {
            Run = ended,
            Events = [new RunTerminated(core.Now, reason)],
            FirstIndex = old.Events.Count,
            Wake = null,
        });
        var trace = old.Events.OfType<RunStarted>().FirstOrDefault()?.TraceParent;
        effects.Changes.Add(First(core, workflow, old.Run, successor, trace));
        effects.Ended = ended;
        effects.EndedTrace = trace;
        effects.Successor = successor;
        return ended;
    }

    // A run that an operator held stays held: its start takes effect when it is resumed.
    private static RunChange First(EngineCore core, WorkflowEntry workflow, RunInfo old, string successor, string? traceParent)
    {
        var input = workflow.Succeed(old.Input!, old.InstanceId);
        var run = NewRun.Of(successor, workflow, input, core.Now);
        var suspended = old.Status is RunStatus.Suspended;
        var started = new RunStarted(core.Now, input, 1, 0) { TraceParent = traceParent };
        return new RunChange
        {
            Run = run with { Status = suspended ? RunStatus.Suspended : RunStatus.Running },
            Events = suspended ? [new RunSuspended(core.Now, $"'{old.InstanceId}' was suspended."), started] : [started],
            FirstIndex = 0,
            Wake = suspended ? null : DateTimeOffset.MinValue,
            IsNew = true,
        };
    }

    private static string FreeId(EngineCore core, string id)
    {
        var tilde = id.LastIndexOf('~');
        var number = tilde >= 0 && int.TryParse(id.AsSpan(tilde + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 1;
        var stem = number > 1 ? id[..tilde] : id;
        string next;
        do
        {
            next = $"{stem}~{(++number).ToString(CultureInfo.InvariantCulture)}";
        }
        while (core.Store.Find(next) is not null || core.Store.IsTaken(next, core.Now));
        return next;
    }
}
