namespace Planner.Core.Specialists;

/// <summary>A domain expert, read from a Markdown file with front matter.</summary>
public sealed record SpecialistDefinition
{
    /// <summary>Lower-case name, like <c>database</c>.</summary>
    public required string Name { get; init; }

    /// <summary>For people, like "Database specialist".</summary>
    public required string Title { get; init; }

    /// <summary>Who does work that no file names an owner for, unless a definition says it.</summary>
    public const string AnyOwner = "Backend engineer";

    /// <summary>The part that it plays in a plan.</summary>
    public SpecialistRole Role { get; init; }

    /// <summary>The page of the plan that tells of its work, like <c>SCHEMA_CHANGES.md</c>, or null.</summary>
    public string? Page { get; init; }

    /// <summary>When its tasks are done.</summary>
    public WorkPhase Phase { get; init; } = WorkPhase.Quality;

    /// <summary>Who does its tasks and answers for its risks where the code base names nobody, like <c>Database engineer</c>.</summary>
    public string Owner { get; init; } = AnyOwner;

    /// <summary>fast, standard or deep: how strong a model it needs.</summary>
    public string Tier { get; init; } = "standard";

    /// <summary>Specialists whose opinions it builds on.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The artifacts it is responsible for.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>The body of the file: what it knows and looks for.</summary>
    public required string Expertise { get; init; }

    /// <summary>What to ask where the ticket's words fit.</summary>
    public IReadOnlyList<Pattern> Patterns { get; init; } = [];

    /// <summary>sha256 (hex) of the file, and of the team's where there is one.</summary>
    public required string Hash { get; init; }

    /// <summary>True for those that come with the product, also where a team added to them.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>The team's file that added to it or made it, or null.</summary>
    public TeamOrigin? Origin { get; init; }
}

/// <summary>Something to ask about a kind of work; <paramref name="Pack"/> is the kind, like <c>microservice</c>.</summary>
/// <param name="Pack">Lower-case name of the pack.</param>
/// <param name="When">Words of the ticket, any of which brings the question up.</param>
/// <param name="Unless">Words of the ticket, any of which shows that it is answered.</param>
/// <param name="Ask">The question.</param>
/// <param name="Assume">What holds until it is answered.</param>
public sealed record Pattern(string Pack, IReadOnlyList<string> When, IReadOnlyList<string> Unless, string Ask, string Assume);

/// <summary>Where in the code base a team's definition stands, and the sha256 (hex) of its text.</summary>
public sealed record TeamOrigin(string Path, string Hash);

/// <summary>A team's file, as read: its path from the root of the code base, and its text.</summary>
public sealed record TeamFile(string Path, string Text);
