using Planner.Core.Opinions;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Execution;

/// <summary>How far a group of tasks is, in a word.</summary>
internal static class WaveStatus
{
    public static Md Of(IReadOnlyList<PlanTask> tasks) =>
        tasks.All(t => t.Status == TaskProgress.Done) ? Md.Of($"Done")
        : tasks.Any(t => t.Status == TaskProgress.Blocked) ? Md.Of($"Blocked")
        : tasks.Any(t => t.Status != TaskProgress.Todo) ? Md.Of($"Doing")
        : Md.Of($"Todo");
}
