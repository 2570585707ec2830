namespace Planner.Core.Tickets;

/// <summary>Where tickets live.</summary>
public interface ITicketTracker
{
    /// <summary>Reads a ticket.</summary>
    /// <exception cref="TicketNotFoundException">It is not there or not visible; no retry helps.</exception>
    /// <exception cref="TicketUnreadableException">It is there and cannot be understood; no retry helps.</exception>
    Task<Ticket> Read(string key, CancellationToken cancellation);

    /// <summary>
    /// Writes the one plan comment of a ticket or updates it in place. The same call again changes nothing.
    /// </summary>
    /// <param name="key">The ticket.</param>
    /// <param name="marker">Identifies the comment among others: the run's id.</param>
    /// <param name="markdown">The whole text.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    /// <returns>Where people read it.</returns>
    Task<string> Comment(string key, string marker, string markdown, CancellationToken cancellation);
}
