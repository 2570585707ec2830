namespace Planner.Core.Grounding.Facts;

/// <summary>How this code base does things, as found; null or empty where nothing was found.</summary>
public sealed record Conventions
{
    /// <summary>Like <c>xunit</c>, <c>nunit</c>, <c>mstest</c>.</summary>
    public string? TestFramework { get; init; }

    /// <summary>Commands that this repository really uses to build and test, from CI; where CI has none, those of its solution or test projects.</summary>
    public IReadOnlyList<string> VerificationCommands { get; init; } = [];

    /// <summary>The tool of the migrations.</summary>
    public string? MigrationTool { get; init; }

    /// <summary>The folder of the newest migration.</summary>
    public string? MigrationFolder { get; init; }

    /// <summary>
    /// The next migration's paths with <c>{name}</c> for its name, like <c>db/migrations/009_{name}.up.sql</c>; the down script
    /// second where there is one.
    /// </summary>
    public IReadOnlyList<string> NextMigration { get; init; } = [];

    /// <summary>OpenAPI documents, and parts of one, with the operations that they describe.</summary>
    public IReadOnlyList<ContractFact> Contracts { get; init; } = [];

    /// <summary>Owners by path pattern, from CODEOWNERS.</summary>
    public IReadOnlyList<OwnerFact> Owners { get; init; } = [];

    /// <summary>Files of pipelines.</summary>
    public IReadOnlyList<string> Pipelines { get; init; } = [];

    /// <summary>What runs in containers.</summary>
    public IReadOnlyList<ContainerFact> Containers { get; init; } = [];
}

/// <summary>A line of CODEOWNERS; one without owners takes them from what its pattern matches. See <see cref="CodeOwnership"/>.</summary>
public sealed record OwnerFact(string Pattern, IReadOnlyList<string> Owners);

/// <summary>An OpenAPI document; its operations read like <c>GET /orders/{id}</c>.</summary>
public sealed record ContractFact(string Path, IReadOnlyList<string> Operations);

/// <summary>A service of a compose file, or a stage of a Dockerfile; without a name in the second, without an image where it is built here.</summary>
public sealed record ContainerFact(string Path, int Line, string Name, string Image);
