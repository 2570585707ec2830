using System.Text.Json.Serialization;

namespace Planner.Core.Tickets;

/// <summary>The children of a ticket, in the order in which it lists them.</summary>
/// <param name="Stories">Each key once.</param>
/// <param name="Limitations">What of them could not be taken into account, one sentence each.</param>
public sealed record StoryMap(IReadOnlyList<Story> Stories, IReadOnlyList<string> Limitations)
{
    /// <summary>Stories that the plan has criteria of.</summary>
    [JsonIgnore]
    public IEnumerable<Story> Planned => Stories.Where(s => s.State == StoryState.Planned);
}

/// <summary>What the plan does with a story.</summary>
public enum StoryState
{
    /// <summary>Its criteria are planned.</summary>
    Planned,

    /// <summary>Nothing is left to do.</summary>
    Done,

    /// <summary>It says too little to be planned.</summary>
    Unclear,

    /// <summary>It could not be read; only what its parent knows of it is known.</summary>
    Unread,
}

/// <summary>A child of an epic.</summary>
public sealed record Story
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>One line; empty where nobody told it.</summary>
    public required string Title { get; init; }

    /// <summary>The status's name; empty where it is not known.</summary>
    public string Status { get; init; } = "";

    /// <summary>What the plan does with it.</summary>
    public required StoryState State { get; init; }

    /// <summary>Stories and other tickets that it says it comes after; those outside of the epic that are done are left out.</summary>
    public IReadOnlyList<StoryNeed> Needs { get; init; } = [];
}

/// <summary>That a story comes after a ticket.</summary>
/// <param name="Key">The ticket that comes before, of the same epic or not.</param>
/// <param name="Why">Who says so, like <c>link "is blocked by"</c>.</param>
public sealed record StoryNeed(string Key, string Why);
