using System.Collections.Concurrent;
using Planner.Core.Tickets;

namespace Planner.Testing.Planning;

/// <summary>A tracker with a few tickets that keeps every text a comment ever had.</summary>
public sealed class RecordingTracker(params IReadOnlyList<Ticket> tickets) : ITicketTracker
{
    private readonly ConcurrentDictionary<string, Ticket> edited = new(StringComparer.Ordinal);

    /// <summary>Texts of the one plan comment, oldest first; the same text again is not kept twice.</summary>
    public ConcurrentQueue<string> Comments { get; } = new();

    /// <summary>Reminders and escalations, each once.</summary>
    public ConcurrentDictionary<string, string> Reminders { get; } = new(StringComparer.Ordinal);

    /// <summary>Comments that are not taken: the tracker does not answer.</summary>
    public Func<string, bool> Refuses { get; set; } = _ => false;

    /// <summary>What somebody does as soon as a comment is there, before who wrote it knows that it is.</summary>
    public Func<string, Task> Readers { get; set; } = _ => Task.CompletedTask;

    /// <summary>From now on a ticket reads so.</summary>
    public void Edit(Ticket ticket) => edited[ticket.Key] = ticket;

    /// <inheritdoc />
    public Task<Ticket> Read(string key, CancellationToken cancellation) =>
        (edited.GetValueOrDefault(key) ?? tickets.FirstOrDefault(t => t.Key == key)) is { } ticket
            ? Task.FromResult(ticket)
            : throw new TicketNotFoundException($"There is no ticket {key}.");

    /// <inheritdoc />
    public Task<ChildTickets> Children(string key, CancellationToken cancellation) =>
        Task.FromResult(new ChildTickets([.. tickets.Where(t => t.Parent?.Key == key).Select(t => new TicketLink(t.Key, "child", t.Summary, t.Status))]));

    /// <inheritdoc />
    public async Task<string> Comment(string key, string marker, string markdown, CancellationToken cancellation)
    {
        if (Refuses(markdown))
        {
            throw new TrackerIsDownException();
        }

        if (Comments.LastOrDefault() != markdown)
        {
            Comments.Enqueue(markdown);
        }

        await Readers(markdown);
        return $"comment on {key}";
    }

    /// <inheritdoc />
    public Task Amend(string key, string marker, string markdown, CancellationToken cancellation) =>
        Comments.IsEmpty ? Task.CompletedTask : Comment(key, marker, markdown, cancellation);

    /// <inheritdoc />
    public Task<string?> Remind(string key, string marker, string markdown, string? alsoTo, CancellationToken cancellation)
    {
        Reminders.TryAdd(marker, markdown);
        return Task.FromResult<string?>(null);
    }

    private sealed class TrackerIsDownException() : TicketTrackerException("The tracker does not answer.", retryHelps: true);
}
