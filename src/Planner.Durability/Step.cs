namespace Planner.Durability;

/// <summary>The name and types of a unit of work outside the story. Its handler is registered in a <see cref="WorkflowCatalog"/>.</summary>
/// <param name="Name">Stable for ever: letters, digits and hyphens.</param>
public sealed record Step<TIn, TOut>(string Name)
{
    /// <summary>How often and how patiently the engine tries again when the handler throws.</summary>
    public RetryPolicy Retry { get; init; } = RetryPolicy.Default;
}
