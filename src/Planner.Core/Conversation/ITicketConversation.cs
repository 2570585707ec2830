namespace Planner.Core.Conversation;

/// <summary>What is said on tickets, beyond the plan's own comment.</summary>
/// <remarks>Faults that pass throw an exception by which a step is tried again; a ticket that is gone or not visible is null, never a fault.</remarks>
public interface ITicketConversation
{
    /// <summary>The ticket as it is now, found by its key, an older key of it or its number; null where it is not there or not visible.</summary>
    Task<TicketState?> State(string ticket, CancellationToken cancellation);

    /// <summary>A comment; null where it is not there or not visible.</summary>
    Task<TicketComment?> Comment(string ticket, string comment, CancellationToken cancellation);

    /// <summary>Whether somebody holds a role in the ticket's project.</summary>
    Task<bool> HoldsRole(string ticket, string account, string role, CancellationToken cancellation);

    /// <summary>Writes a comment, create-once by its marker.</summary>
    Task Reply(string ticket, string marker, string markdown, CancellationToken cancellation);
}

/// <summary>Where a ticket stands.</summary>
/// <param name="Key">Its present key.</param>
/// <param name="StatusId">Its status by id; empty where the tracker tells none.</param>
/// <param name="StatusName">Its status by name.</param>
public sealed record TicketState(string Key, string StatusId, string StatusName)
{
    /// <summary>The project's key.</summary>
    public string Project => Key[..Key.LastIndexOf('-')];
}

/// <summary>A comment on a ticket.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Account">Who wrote it, as the tracker identifies people.</param>
/// <param name="Author">Who wrote it, as people call them.</param>
/// <param name="Markdown">The text.</param>
/// <param name="IsOurs">True where the product wrote it, told by a marker and not by the account, which it may share with a person.</param>
public sealed record TicketComment(string Id, string Account, string Author, string Markdown, bool IsOurs);
