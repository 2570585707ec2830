using System.Collections.Concurrent;
using Planner.Core.Conversation;

namespace Planner.Testing.Planning;

/// <summary>Tickets and comments that a test sets, and the replies that were written.</summary>
public sealed class RecordingConversation : ITicketConversation
{
    private readonly ConcurrentDictionary<string, string> replies = new(StringComparer.Ordinal);

    /// <summary>Tickets by the names under which they are found.</summary>
    public ConcurrentDictionary<string, TicketState> States { get; } = new(StringComparer.Ordinal);

    /// <summary>Comments by id.</summary>
    public ConcurrentDictionary<string, TicketComment> Comments { get; } = new(StringComparer.Ordinal);

    /// <summary>Roles, as <c>account/role</c>.</summary>
    public ConcurrentDictionary<string, bool> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>Replies by marker.</summary>
    public IReadOnlyDictionary<string, string> Replies => replies;

    /// <inheritdoc />
    public Task<TicketState?> State(string ticket, CancellationToken cancellation) => Task.FromResult(States.GetValueOrDefault(ticket));

    /// <inheritdoc />
    public Task<TicketComment?> Comment(string ticket, string comment, CancellationToken cancellation) => Task.FromResult(Comments.GetValueOrDefault(comment));

    /// <inheritdoc />
    public Task<bool> HoldsRole(string ticket, string account, string role, CancellationToken cancellation) =>
        Task.FromResult(Roles.ContainsKey($"{account}/{role}"));

    /// <inheritdoc />
    public Task Reply(string ticket, string marker, string markdown, CancellationToken cancellation)
    {
        if (!replies.TryAdd(marker, markdown) && replies[marker] != markdown)
        {
            throw new InvalidOperationException($"{marker} was answered before, by other words.");
        }

        return Task.CompletedTask;
    }
}
