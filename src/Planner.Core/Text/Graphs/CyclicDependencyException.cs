using Planner.Durability;

namespace Planner.Core.Text.Graphs;

/// <summary>Tasks or decisions wait for each other in a circle.</summary>
public sealed class CyclicDependencyException(IReadOnlyList<string> ids)
    : StepException($"These wait for each other in a circle: {string.Join(", ", ids)}.", retryHelps: false);
