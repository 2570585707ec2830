using System.Collections.Concurrent;
using Planner.Core.Tickets;

namespace Planner.Testing.Planning;

/// <summary>A tracker with one ticket that keeps every text its comment ever had.</summary>
public sealed class RecordingTracker(Ticket ticket) : ITicketTracker
{
    /// <summary>Texts of the one plan comment, oldest first; the same text again is not kept twice.</summary>
    public ConcurrentQueue<string> Comments { get; } = new();

    /// <inheritdoc />
    public Task<Ticket> Read(string key, CancellationToken cancellation) =>
        key == ticket.Key ? Task.FromResult(ticket) : throw new TicketNotFoundException($"There is no ticket {key}.");

    /// <inheritdoc />
    public Task<ChildTickets> Children(string key, CancellationToken cancellation) => Task.FromResult(ChildTickets.None);

    /// <inheritdoc />
    public Task<string> Comment(string key, string marker, string markdown, CancellationToken cancellation)
    {
        if (Comments.LastOrDefault() != markdown)
        {
            Comments.Enqueue(markdown);
        }

        return Task.FromResult($"comment on {key}");
    }
}
