using System.Text.Json.Serialization;

namespace Planner.Core.Tickets;

/// <summary>One thing that must hold; ids run AC1, AC2, … in the ticket's order.</summary>
public sealed record AcceptanceCriterion(string Id, string Text)
{
    /// <summary>The key of the story that asks for it; null for the ticket's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Story { get; init; }

    /// <summary>Where it comes from, like <c>refinement by Ann</c>; null where the ticket says it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }
}

/// <summary>The criteria as they stood when the run started.</summary>
/// <param name="Items">In the ticket's order.</param>
/// <param name="Hash">sha256 (hex, lower case) over ids, texts and, where there are any, stories.</param>
/// <param name="Derived">True where the ticket has no criteria of its own and what it says elsewhere, at last its summary, stands for them.</param>
public sealed record FrozenCriteria(IReadOnlyList<AcceptanceCriterion> Items, string Hash, bool Derived);
