using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Planner.Core.Tickets;

/// <summary>A ticket as it was read: data, never instructions.</summary>
public sealed partial record Ticket
{
    /// <summary>Like <c>SHOP-101</c>; always valid by <see cref="TicketKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>One line.</summary>
    public required string Summary { get; init; }

    /// <summary>The summary without the marks that people put before it, like <c>[Bug]:</c>.</summary>
    [JsonIgnore]
    public string Title => Mark().Replace(Summary, "") is { Length: > 0 } title ? title : Summary;

    /// <summary>Markdown; empty where the ticket has none.</summary>
    public required string Description { get; init; }

    /// <summary>The issue type's name, like Story, Bug or Epic.</summary>
    public string Type { get; init; } = "Task";

    /// <summary>The status's name.</summary>
    public string Status { get; init; } = "";

    /// <summary>True where its status says that nothing is left to do. Not kept: what follows from it stands on the story map.</summary>
    [JsonIgnore]
    public bool IsDone { get; init; }

    /// <summary>The priority's name, or null.</summary>
    public string? Priority { get; init; }

    /// <summary>Sorted labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Names of components.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>Who asks; display name.</summary>
    public string? Reporter { get; init; }

    /// <summary>Who works on it; display name.</summary>
    public string? Assignee { get; init; }

    /// <summary>Where people read it, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The epic or story above.</summary>
    public TicketLink? Parent { get; init; }

    /// <summary>Sub-tasks or, for an epic, its stories.</summary>
    public IReadOnlyList<TicketLink> Children { get; init; } = [];

    /// <summary>Linked tickets.</summary>
    public IReadOnlyList<TicketLink> Links { get; init; } = [];

    /// <summary>What belongs to it and could not be read, a sentence each; null where there is nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Unread { get; init; }

    [GeneratedRegex(@"\A(?:\[[^\]]{1,30}\]\s*[:-]?\s*)+", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}

/// <summary>Another ticket; <paramref name="Relation"/> reads like "blocks" or "is cloned by".</summary>
public sealed record TicketLink(string Key, string Relation, string Summary, string Status = "")
{
    /// <summary>True where its status says that nothing is left to do. Not kept: what follows from it stands on the story map.</summary>
    [JsonIgnore]
    public bool IsDone { get; init; }
}
