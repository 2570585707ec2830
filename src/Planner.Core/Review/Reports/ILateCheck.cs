using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reports;

/// <summary>A check that also judges by what the others found.</summary>
internal interface ILateCheck : ICheck
{
    CheckResult Run(Plan plan, ArtifactSet artifacts, IReadOnlyList<Finding> earlier);
}
