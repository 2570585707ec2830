using Planner.Core.Grounding;

namespace Planner.Integrations.Codebase.Practices;

/// <summary>What a file that is no code says about how things are done.</summary>
internal sealed record PracticeFacts
{
    public bool IsOpenApi { get; init; }

    /// <summary>What an OpenAPI document describes, like <c>GET /orders/{id}</c>.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    public IReadOnlyList<OwnerFact> Owners { get; init; } = [];

    /// <summary>Build and test commands in the order in which CI runs them.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];
}
