using Planner.Core.Artifacts;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reports;

/// <summary>A check of the bundle as a whole: it knows what all others found, and the manifest that will be written.</summary>
internal interface ILastCheck : ICheck
{
    /// <param name="plan">The plan.</param>
    /// <param name="artifacts">Its files.</param>
    /// <param name="draft">The report as it stands without this check.</param>
    /// <param name="options">Whose bundle it is.</param>
    CheckResult Run(Plan plan, ArtifactSet artifacts, ReviewReport draft, ReviewOptions options);
}
