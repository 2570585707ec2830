using Planner.Core.Grounding.Facts;

namespace Planner.Core.Opinions.Guarding;

/// <summary>What an opinion is held against.</summary>
public sealed record GuardContext
{
    /// <summary>Whose opinion it is; its ids begin with this name and a slash.</summary>
    public required string Specialist { get; init; }

    /// <summary>Which consultation.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Ids of the ticket's criteria.</summary>
    public required IReadOnlyList<string> Criteria { get; init; }

    /// <summary>Ids of those that were assigned to the specialist; each needs a task and a test.</summary>
    public IReadOnlyList<string> Assigned { get; init; } = [];

    /// <summary>All that exists.</summary>
    public required Inventory Inventory { get; init; }

    /// <summary>Opinions that the author was given; what they add is there for this one.</summary>
    public IReadOnlyList<Opinion> BuildsOn { get; init; } = [];

    /// <summary>Ids of decisions that were taken; work may cite them.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>Commands that were found in the code base; a model may name no other.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>Web addresses that stand in the ticket or the code base; a model may name no other.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}
