namespace Planner.Durability;

/// <summary>What a run did, line by line, for people: append-only, and an id is written once, so that replays add nothing.</summary>
public interface IJournal
{
    /// <summary>Appends entries whose ids are new for the run; the others are left as they are. Durable when this returns.</summary>
    Task Append(string runId, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation = default);

    /// <summary>Lines after a sequence number (0 for all), in order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<JournalLine>> Read(string runId, long after = 0, int limit = 1000, CancellationToken cancellation = default);

    /// <summary>Deletes the journal of a run; none is no fault. Engines do it when a run is purged.</summary>
    Task Delete(string runId, CancellationToken cancellation = default);
}

/// <summary>One thing that happened.</summary>
/// <param name="Id">Step key and kind: the same at every attempt.</param>
/// <param name="At">The workflow's clock.</param>
/// <param name="Kind"><c>progress</c>, <c>status</c> or <c>decision</c>.</param>
/// <param name="Text">One line for a person; redacted.</param>
public sealed record JournalEntry(string Id, DateTimeOffset At, string Kind, string Text);

/// <summary>An entry and its place in the run's journal; sequence numbers grow from 1, gaps are possible.</summary>
public sealed record JournalLine(long Sequence, JournalEntry Entry);
