namespace Planner.Core.Tickets;

/// <summary>Where tickets live.</summary>
public interface ITicketTracker
{
    /// <summary>Reads a ticket.</summary>
    /// <exception cref="TicketNotFoundException">It is not there or not visible; no retry helps.</exception>
    /// <exception cref="TicketUnreadableException">It is there and cannot be understood; no retry helps.</exception>
    Task<Ticket> Read(string key, CancellationToken cancellation);

    /// <summary>
    /// Finds the tickets whose parent or epic is this one, beyond those that it lists itself, since Jira lists an epic's stories
    /// only to a search (<c>parent = KEY</c>). Each is told in a line and read by <see cref="Read"/> later.
    /// </summary>
    /// <returns>In an order that does not change between calls; none where it has no children.</returns>
    /// <exception cref="TicketUnreadableException">They cannot be looked for; no retry helps.</exception>
    Task<ChildTickets> Children(string key, CancellationToken cancellation);

    /// <summary>What people said on a ticket, oldest first, without what the product wrote there. A tracker without comments has nothing to tell.</summary>
    /// <exception cref="TicketNotFoundException">The ticket is gone or not visible any more; no retry helps.</exception>
    Task<IReadOnlyList<TicketRemark>> Remarks(string key, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<TicketRemark>>([]);

    /// <summary>
    /// Writes the one plan comment of a ticket or updates it in place. The same call again changes nothing.
    /// </summary>
    /// <param name="key">The ticket.</param>
    /// <param name="marker">Identifies the comment among others: the run's id.</param>
    /// <param name="markdown">The whole text.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    /// <returns>Where people read it.</returns>
    /// <exception cref="TicketNotFoundException">The ticket is gone or not visible any more; no retry helps.</exception>
    /// <exception cref="TicketTrackerException">The tracker failed; whether a retry helps is said.</exception>
    Task<string> Comment(string key, string marker, string markdown, CancellationToken cancellation);

    /// <summary>
    /// Replaces the plan comment of a run where it has one, and writes none where it has not: for a run that ended without a
    /// plan. The same call again changes nothing.
    /// </summary>
    /// <param name="key">The ticket.</param>
    /// <param name="marker">The run's id.</param>
    /// <param name="markdown">The whole text.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    /// <exception cref="TicketNotFoundException">The ticket is gone or not visible any more; no retry helps.</exception>
    /// <exception cref="TicketTrackerException">The tracker failed; whether a retry helps is said.</exception>
    Task Amend(string key, string marker, string markdown, CancellationToken cancellation);

    /// <summary>
    /// Shrinks the plan comments of earlier runs to a link to that of this run, so that nobody works by an old plan. The same
    /// call again changes nothing. A tracker that keeps one comment for all runs has nothing to do.
    /// </summary>
    /// <param name="key">The ticket.</param>
    /// <param name="marker">The run's id; it has commented.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    Task Supersede(string key, string marker, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>
    /// Writes a comment beside the plan's that notifies the ticket's reporter and assignee, once for each marker. A tracker that
    /// notifies nobody has nothing to do.
    /// </summary>
    /// <param name="key">The ticket.</param>
    /// <param name="marker">Identifies the comment among others.</param>
    /// <param name="markdown">The whole text; who is meant is put before it.</param>
    /// <param name="alsoTo">Somebody who is notified too, as the tracker identifies people, or null.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    /// <returns>What could not be done and why, in a line for the journal; null where nothing is amiss.</returns>
    Task<string?> Remind(string key, string marker, string markdown, string? alsoTo, CancellationToken cancellation) => Task.FromResult<string?>(null);

    /// <summary>
    /// Does to a ticket what the tracker is set up to do once its plan is there, such as labelling and moving it. The same call
    /// again changes nothing. A tracker that is set up for nothing has nothing to do.
    /// </summary>
    /// <param name="key">The ticket.</param>
    /// <param name="needsAttention">True where the plan's verdict is that it needs attention.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    /// <returns>What was done and what was refused, in a line for the journal; null where nothing was to be done.</returns>
    Task<string?> Mark(string key, bool needsAttention, CancellationToken cancellation) => Task.FromResult<string?>(null);
}

/// <summary>Children that were found.</summary>
/// <param name="Items">With what is known of them without reading them.</param>
/// <param name="IsComplete">False where there may be more than could be looked at.</param>
public sealed record ChildTickets(IReadOnlyList<TicketLink> Items, bool IsComplete = true)
{
    /// <summary>No children.</summary>
    public static ChildTickets None { get; } = new([]);
}
