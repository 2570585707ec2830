using Planner.Core.Plans;

namespace Planner.Core.Specialists.Rules.Drafting;

/// <summary>Hours by size; the upper end leaves room for what the rules cannot see.</summary>
internal static class Efforts
{
    public static Effort Of(TaskSize size) => size switch
    {
        TaskSize.XS => new Effort(0.5, 1, 2),
        TaskSize.S => new Effort(2, 4, 8),
        TaskSize.M => new Effort(8, 14, 24),
        TaskSize.L => new Effort(20, 30, 50),
        _ => new Effort(40, 60, 110),
    };

    /// <summary>The size of work on so many files for so many criteria.</summary>
    public static TaskSize For(int files, int criteria) => (files + criteria) switch
    {
        <= 2 => TaskSize.XS,
        <= 5 => TaskSize.S,
        <= 11 => TaskSize.M,
        _ => TaskSize.L,
    };
}
