namespace Planner.Core.Opinions;

/// <summary>Low, Medium or High.</summary>
public enum Level
{
    /// <summary>Low.</summary>
    Low,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>High.</summary>
    High,
}

/// <summary>What may go wrong.</summary>
public sealed record Risk
{
    /// <summary>R001 in a plan; local in an opinion.</summary>
    public required string Id { get; init; }

    /// <summary>One sentence: what happens and to what.</summary>
    public required string Title { get; init; }

    /// <summary>How likely.</summary>
    public required Level Probability { get; init; }

    /// <summary>How bad.</summary>
    public required Level Impact { get; init; }

    /// <summary>A role.</summary>
    public required string Owner { get; init; }

    /// <summary>What makes it less likely or less bad.</summary>
    public required string Mitigation { get; init; }

    /// <summary>Ids of the tasks that do so.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>What to do when it happens.</summary>
    public required string Contingency { get; init; }

    /// <summary>How one notices.</summary>
    public required string Detection { get; init; }
}
