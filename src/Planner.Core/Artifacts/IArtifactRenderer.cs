using Planner.Core.Plans;

namespace Planner.Core.Artifacts;

/// <summary>Renders one artifact from the typed plan. Every class that implements it in this assembly takes part.</summary>
public interface IArtifactRenderer
{
    /// <summary>The file it renders, like <c>tasks.md</c>.</summary>
    string Path { get; }

    /// <summary>Why the file would be wrong or padded for this plan, or null where it is due.</summary>
    string? NotApplicable(Plan plan);

    /// <summary>The whole text.</summary>
    string Render(Plan plan);
}
