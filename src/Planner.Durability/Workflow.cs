namespace Planner.Durability;

/// <summary>A durable story. Stateless: one object serves all runs at once.</summary>
public abstract class Workflow<TIn, TOut>
{
    /// <summary>The registered name, stable for ever.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// A whole number (<see cref="StoryVersions"/>), raised whenever the order or kind of calls changes. A run that started under
    /// an older version and waits is ended and succeeded by a new one (<see cref="Succeed"/>); one of a newer version is left to
    /// the hosts that have it. Neither is ever replayed with other code.
    /// </summary>
    public abstract string StoryVersion { get; }

    /// <summary>
    /// True where each execution is one run in the metrics; false for what serves other runs, like the handling of an event.
    /// </summary>
    public virtual bool IsCounted => true;

    /// <summary>The body; deterministic, replayed from history.</summary>
    public abstract Task<TOut> Run(WorkflowContext context, TIn input);

    /// <summary>The input of the run that takes over from one of an older story version.</summary>
    public virtual TIn Succeed(TIn input, string previousInstanceId) => input;
}
