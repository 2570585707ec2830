using Microsoft.Extensions.Logging.Abstractions;
using Planner.Durability;
using Planner.Engine.History;
using Planner.Engine.Runs;

namespace Planner.Engine;

/// <summary>Runs a workflow's body against a recorded history, without an engine, steps or a clock.</summary>
public static class HistoryReplayer
{
    /// <summary>
    /// Replays a history. Where it returns, the code asked for the same steps, waits and sleeps in the same places. The
    /// story version is not compared: a history of another version may be replayed on purpose.
    /// </summary>
    /// <returns>How the body ended in the replay; null where the history stops before its end.</returns>
    /// <exception cref="NonDeterministicWorkflowException">It did not; the message names the event.</exception>
    public static RunEnded? Replay(WorkflowCatalog catalog, RunHistory history)
    {
        var execution = new Execution(catalog.Workflow(history.Workflow), history.InstanceId, NullLoggerFactory.Instance);
        execution.Log.Replay(history.Events, execution.Receive);
        return execution.End;
    }
}
