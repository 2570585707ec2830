using Planner.Core.Opinions;
using Planner.Core.Tickets;

namespace Planner.Core.Plans.Stories;

/// <summary>A story with its share of the plan.</summary>
/// <param name="Story">As it stands on the map.</param>
/// <param name="Criteria">Ids, in order.</param>
/// <param name="Tasks">Due tasks that are done for it, by wave.</param>
/// <param name="Needs">What it comes after, without those that it only shares files with.</param>
/// <param name="Wave">From 1; null where it has no tasks.</param>
public sealed record PlannedStory(Story Story, IReadOnlyList<string> Criteria, IReadOnlyList<PlanTask> Tasks, IReadOnlyList<StoryEdge> Needs, int? Wave)
{
    /// <summary>Hours of its tasks together.</summary>
    public Effort Hours => new(Tasks.Sum(t => t.EffortHours.Optimistic), Tasks.Sum(t => t.EffortHours.Likely), Tasks.Sum(t => t.EffortHours.Pessimistic));

    /// <summary>Its size by the scale of tasks; null where it has none.</summary>
    public TaskSize? Size => Tasks.Count == 0 ? null : Hours.Mean switch
    {
        <= 2 => TaskSize.XS,
        <= 8 => TaskSize.S,
        <= 24 => TaskSize.M,
        <= 40 => TaskSize.L,
        _ => TaskSize.XL,
    };
}

/// <summary>That a story comes after another one or after a ticket outside of the epic.</summary>
/// <param name="On">The key of what comes before.</param>
/// <param name="Why">Who says so, or which tasks.</param>
/// <param name="IsSaid">True where a link or text says it, false where it follows from tasks.</param>
public sealed record StoryEdge(string On, string Why, bool IsSaid)
{
    /// <summary>True where both only write files that are there: they may run side by side, one task after the other.</summary>
    public bool IsSharing { get; init; }
}

/// <summary>Stories that can be built at the same time.</summary>
public sealed record StoryWave(int Number, IReadOnlyList<PlannedStory> Stories);

/// <summary>A file that stories of one wave write, with the tasks that do so in their order.</summary>
public sealed record SharedFile(string Path, IReadOnlyList<PlanTask> Tasks);
