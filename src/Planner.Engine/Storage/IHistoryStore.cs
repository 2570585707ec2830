using Planner.Durability;
using Planner.Engine.History;

namespace Planner.Engine.Storage;

/// <summary>
/// Where the engine keeps runs. One engine writes; for each run it commits changes one after the other and never
/// writes a history event twice. Reads see every commit that has returned. May be wrapped by tests.
/// </summary>
public interface IHistoryStore
{
    /// <summary>Applies changes all or nothing and in the order of the calls; durable when this returns.</summary>
    /// <exception cref="StoreFailedException">Nothing of this and of any later call was applied.</exception>
    Task Commit(IReadOnlyList<RunChange> changes);

    /// <summary>A run with its history, or null.</summary>
    RunRecord? Load(string instanceId);

    /// <summary>A run without its history, or null.</summary>
    RunInfo? Find(string instanceId);

    /// <summary>Whether a marker of a purged run still takes this id.</summary>
    bool IsTaken(string instanceId, DateTimeOffset now);

    /// <summary>A page of runs, newest first.</summary>
    RunPage List(RunQuery query);

    /// <summary>All runs that have not ended.</summary>
    IReadOnlyList<UnfinishedRun> Unfinished();

    /// <summary>Deletes a run with its history, inbox and journal and leaves a marker; drops markers that have run out. Durable when this returns.</summary>
    Task Purge(string instanceId, DateTimeOffset now, DateTimeOffset markerUntil);
}

/// <summary>A run as it stands in the store.</summary>
public sealed record RunRecord(RunInfo Run, IReadOnlyList<HistoryEvent> Events);

/// <summary>What a starting engine must know of a run.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="Workflow">Its workflow's name.</param>
/// <param name="StoryVersion">The version it was started under.</param>
/// <param name="Wake">See <see cref="RunChange.Wake"/>.</param>
public sealed record UnfinishedRun(string InstanceId, string Workflow, string StoryVersion, DateTimeOffset? Wake);

/// <summary>What one turn of a run changes.</summary>
public sealed record RunChange
{
    /// <summary>The run as it stands after the turn.</summary>
    public required RunInfo Run { get; init; }

    /// <summary>New events, in order.</summary>
    public required IReadOnlyList<HistoryEvent> Events { get; init; }

    /// <summary>Index of the first new event in the history; 0 for a run's first change and after a reset.</summary>
    public required int FirstIndex { get; init; }

    /// <summary>When the run needs a turn though nobody calls: at a time, at once (<see cref="DateTimeOffset.MinValue"/>), or never (null).</summary>
    public required DateTimeOffset? Wake { get; init; }

    /// <summary>True where the run is new.</summary>
    public bool IsNew { get; init; }

    /// <summary>True where the history is replaced by the new events: the run continues as new.</summary>
    public bool IsReset { get; init; }
}
