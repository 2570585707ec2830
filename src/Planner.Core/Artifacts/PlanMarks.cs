using Planner.Core.Artifacts.Markdown;
using Planner.Core.Plans;

namespace Planner.Core.Artifacts;

/// <summary>
/// What every file of a plan says, whoever renders it: which decisions are provisional, and what all of the plan could not take
/// into account.
/// </summary>
internal sealed class PlanMarks(Plan plan)
{
    private readonly ProvisionalMarks provisional = new(plan.Decisions);
    private readonly LimitationMarks limitations = new(plan.StatedEverywhere);

    public string Apply(string path, string text) => limitations.Apply(path, provisional.Apply(path, text));
}
