using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text;

namespace Planner.Core.Artifacts.Records;

/// <summary>The shape of <c>risks.json</c>.</summary>
public sealed record RisksFile(IReadOnlyList<Risk> Risks)
{
    /// <summary>Its path.</summary>
    public const string Path = "risks.json";
}

/// <summary>Renders <c>risks.json</c>.</summary>
internal sealed class RisksRecord : IArtifactRenderer
{
    public string Path => RisksFile.Path;

    public string? NotApplicable(Plan plan) => null;

    public string Render(Plan plan) => PlanJson.Artifact(new RisksFile(plan.Risks));
}
