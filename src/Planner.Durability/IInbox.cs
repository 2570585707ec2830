namespace Planner.Durability;

/// <summary>
/// Answers to a run. Writing is create-once: the first write of an item wins for ever, and that decides who was
/// first. A signal is only the doorbell that makes the story look here.
/// </summary>
public interface IInbox
{
    /// <summary>Writes an item unless it is there; durable when this returns.</summary>
    /// <returns>Whether this call wrote it, and what stands there now.</returns>
    Task<InboxWrite> TryAdd(string runId, string item, string payload, CancellationToken cancellation = default);

    /// <summary>All items of a run, sorted by item, ordinal; empty where there are none.</summary>
    Task<IReadOnlyList<InboxItem>> Read(string runId, CancellationToken cancellation = default);

    /// <summary>Deletes all items of a run; none is no fault. Engines do it when a run is purged.</summary>
    Task Delete(string runId, CancellationToken cancellation = default);
}

/// <summary>An answer: <paramref name="Item"/> names what it answers (<c>TD001</c>, case-sensitive), the payload is JSON.</summary>
public sealed record InboxItem(string Item, string Payload);

/// <summary>The outcome of a create-once write.</summary>
/// <param name="Added">True where this call wrote it.</param>
/// <param name="Stands">What is written there.</param>
public sealed record InboxWrite(bool Added, InboxItem Stands);
