namespace Planner.Core.Conversation;

/// <summary>A message to the team. All of it is plain text, much of it foreign: whoever sends it sees to it that nothing works as markup.</summary>
public sealed record TeamMessage
{
    /// <summary>The run that has something to say.</summary>
    public required string RunId { get; init; }

    /// <summary>The ticket's key.</summary>
    public required string Ticket { get; init; }

    /// <summary>Where people read the ticket, or null.</summary>
    public string? TicketUrl { get; init; }

    /// <summary>What is up, in one line.</summary>
    public required string Headline { get; init; }

    /// <summary>The rest, a line each.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];
}
