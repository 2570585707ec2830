using Planner.Core.Opinions;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>How big work is.</summary>
internal static class Efforts
{
    /// <summary>The size of work on so many files for so many criteria.</summary>
    public static TaskSize For(int files, int criteria) => (files + criteria) switch
    {
        <= 2 => TaskSize.XS,
        <= 5 => TaskSize.S,
        <= 11 => TaskSize.M,
        _ => TaskSize.L,
    };
}
