namespace Planner.Core.Specialists;

/// <summary>A domain expert, read from a Markdown file with front matter.</summary>
public sealed record SpecialistDefinition
{
    /// <summary>Lower-case name, like <c>database</c>.</summary>
    public required string Name { get; init; }

    /// <summary>For people, like "Database specialist".</summary>
    public required string Title { get; init; }

    /// <summary>fast, standard or deep: how strong a model it needs.</summary>
    public string Tier { get; init; } = "standard";

    /// <summary>Specialists whose opinions it builds on.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The artifacts it is responsible for.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>The body of the file: what it knows and looks for.</summary>
    public required string Expertise { get; init; }

    /// <summary>sha256 (hex) of the file.</summary>
    public required string Hash { get; init; }
}
