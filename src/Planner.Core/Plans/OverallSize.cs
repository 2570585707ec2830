using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>
/// The size of a plan by the PERT mean of its due tasks in hours: up to 4 is XS, up to 16 S, up to 80 M, up to 200 L, above XL.
/// Work in three or more areas is at least M, since people must be kept in step.
/// </summary>
internal static class OverallSize
{
    private const int ManyAreas = 3;

    public static TaskSize Of(Effort total, IReadOnlyList<PlanTask> due)
    {
        var byHours = total.Mean switch
        {
            <= 4 => TaskSize.XS,
            <= 16 => TaskSize.S,
            <= 80 => TaskSize.M,
            <= 200 => TaskSize.L,
            _ => TaskSize.XL,
        };
        var areas = due.Select(t => t.Area).Where(a => a != WorkDraft.OwnArea).Distinct(StringComparer.Ordinal).Count();
        return areas >= ManyAreas && byHours < TaskSize.M ? TaskSize.M : byHours;
    }
}
