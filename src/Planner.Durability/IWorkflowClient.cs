namespace Planner.Durability;

/// <summary>Starts runs and talks to them; the same promises on every engine.</summary>
public interface IWorkflowClient
{
    /// <summary>
    /// Starts a run. The same id started twice, also after it completed or was purged within 7 days, is the same run
    /// and runs once. When this returns, the start is durable.
    /// </summary>
    /// <returns>True where this call started it, false where it was there.</returns>
    Task<bool> Start<TIn, TOut>(Workflow<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation = default);

    /// <summary>
    /// Sends a signal; durable when this returns. It follows a run that was succeeded by another to its successor.
    /// </summary>
    /// <returns>False where the run has ended: the signal goes nowhere.</returns>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    Task<bool> Raise<T>(string instanceId, Signal<T> signal, T payload, CancellationToken cancellation = default);

    /// <summary>What is known of a run, or null. A purged run is not known.</summary>
    Task<RunInfo?> Get(string instanceId, CancellationToken cancellation = default);

    /// <summary>A page of runs, by creation time and then id, newest first.</summary>
    Task<RunPage> List(RunQuery query, CancellationToken cancellation = default);

    /// <summary>Completes when the run has ended, following successors.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    Task<RunInfo> WaitForEnd(string instanceId, CancellationToken cancellation = default);

    /// <summary>The run takes no further turn until resumed; steps under way finish, signals and due timers are kept.</summary>
    Task Suspend(string instanceId, string reason, CancellationToken cancellation = default);

    /// <summary>Lets a suspended run go on with all that came meanwhile.</summary>
    Task Resume(string instanceId, string reason, CancellationToken cancellation = default);

    /// <summary>Ends a run that has not ended; no further step starts.</summary>
    Task Terminate(string instanceId, Termination why, CancellationToken cancellation = default);

    /// <summary>
    /// Deletes an ended run with its inbox and journal; a marker keeps its id taken for 7 days. After a crash in between it is
    /// called again.
    /// </summary>
    /// <returns>False where there is no such run, or it or the run that took over from it has not ended.</returns>
    Task<bool> Purge(string instanceId, CancellationToken cancellation = default);
}

/// <summary>No run has that id.</summary>
public sealed class RunNotFoundException(string instanceId) : Exception($"There is no run '{instanceId}'.")
{
    /// <summary>The id that was asked for.</summary>
    public string InstanceId { get; } = instanceId;
}
