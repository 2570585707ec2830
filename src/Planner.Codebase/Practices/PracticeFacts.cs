using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Practices;

/// <summary>What a file that is no code says about how things are done.</summary>
internal sealed record PracticeFacts
{
    public bool IsOpenApi { get; init; }

    /// <summary>What an OpenAPI document describes, like <c>GET /orders/{id}</c>.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    public IReadOnlyList<OwnerFact> Owners { get; init; } = [];

    /// <summary>Build and test commands in the order in which CI runs them.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    public bool IsPipeline { get; init; }

    public IReadOnlyList<ContainerFact> Containers { get; init; } = [];

    public IReadOnlyList<SectionFact> Sections { get; init; } = [];

    public IReadOnlyList<PrincipleFact> Principles { get; init; } = [];

    public IReadOnlyList<EarlierAnswer> Answers { get; init; } = [];

    public IReadOnlyList<EarlierDecision> Decided { get; init; } = [];

    /// <summary>What of it could not be read, as a limitation says it; null where all could.</summary>
    public string? Missed { get; init; }
}
