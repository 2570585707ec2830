using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;

namespace Planner.Core.Artifacts;

/// <summary>Which pages a plan of its size gets: a wrong or padded page is worse than none.</summary>
internal static class RightSize
{
    /// <summary>True for XS and S.</summary>
    public static bool IsSmall(Plan plan) => plan.Size < TaskSize.M;

    /// <summary>The reason for leaving a page out of a small plan, or null.</summary>
    public static string? TooSmall(Plan plan) =>
        IsSmall(plan) ? $"The work is of size {plan.Size}; what this page would hold stands in implementation.md." : null;

    /// <summary>The reason for leaving out the page of a specialist, or null where it is due.</summary>
    public static string? NothingFrom(Plan plan, SpecialistRole role, Func<Opinion, bool> hasDesign)
    {
        var specialist = plan.Panel.Playing(role)?.Name;
        var opinion = plan.Opinions.FirstOrDefault(o => o.Specialist == specialist);
        return opinion switch
        {
            null => $"The panel has no specialist for {role.ToString().ToLowerInvariant()}.",
            { Applies: false } => $"The {specialist} specialist: {opinion.Rationale}",
            _ when !hasDesign(opinion) => $"The {specialist} specialist designs nothing: {opinion.Rationale}",
            _ => TooSmall(plan),
        };
    }
}
