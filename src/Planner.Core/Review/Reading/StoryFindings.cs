using Planner.Core.Artifacts.Records;
using Planner.Core.Tickets;
using Planner.Core.Tickets.Epics;

namespace Planner.Core.Review.Reading;

/// <summary>What is wrong with the stories of an epic; nothing for other tickets.</summary>
internal static class StoryFindings
{
    /// <summary>A story that is to be built has criteria, and tasks that serve them.</summary>
    public static void Uncovered(ArtifactText file, TasksFile tasks, FindingList findings)
    {
        foreach (var story in tasks.Stories?.Where(s => s.State == StoryState.Planned) ?? [])
        {
            var criteria = tasks.Criteria.Where(c => c.Story == story.Key).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
            if (criteria.Count > 0 && !tasks.Tasks.Any(t => t.Story == story.Key && t.Satisfies.Any(criteria.Contains)))
            {
                findings.Error("story-no-task", file, story.Key, $"No task is done for {story.Key}, which has {criteria.Count} criteria.");
            }
        }
    }

    /// <summary>Stories that wait for each other cannot be delivered one by one.</summary>
    public static void Circles(ArtifactText file, TasksFile tasks, FindingList findings)
    {
        var built = tasks.Stories?.Where(s => s.Wave is not null).ToDictionary(s => s.Key, s => s.DependsOn, StringComparer.Ordinal) ?? [];
        foreach (var circle in StoryCycles.Of([.. built.Keys], k => built.GetValueOrDefault(k)?.Where(built.ContainsKey) ?? []))
        {
            findings.Warn("story-cycle", file, circle[0], $"{string.Join(", ", circle)} wait for each other: none of them can be finished before the others.");
        }
    }
}
