using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Execution;

/// <summary>What happens when a gate fails, and how one task is taken back.</summary>
internal static class Recovery
{
    public static void Write(MarkdownPage page, Plan plan)
    {
        page.Heading(2, $"Recovery")
            .Table(["A gate has failed", "Then"],
            [
                [Md.Of($"once"), Md.Of($"the same builder gets the validator's output and the failing command, nothing else")],
                [Md.Of($"twice"), Md.Of($"a builder one tier up starts from the last tag, without the earlier attempt's code, with both outputs")],
                [Md.Of($"three times"), Md.Of($"the task is Blocked; its owner decides, and no fourth attempt is made")],
                [Md.Of($"with a task done before the wave"), Md.Of($"that task is reopened; the wave waits")],
            ]);
        var rows = plan.Tasks.Where(t => !t.Contingent && t.Files.Count > 0).Select(t => Back(t, plan)).ToList();
        page.Say($"One task is taken back without the others where nothing later was merged on it:").Table(["Task", "First take back", "Then"], rows);
    }

    private static Md[] Back(PlanTask task, Plan plan)
    {
        var later = plan.Tasks.Where(t => !t.Contingent && t.Files.Count > 0 && t.DependsOn.Contains(task.Id, StringComparer.Ordinal)).Select(t => t.Id);
        var scripts = Assignment.Migrations(task, plan).Select(m => m.DownPath ?? m.UpPath).ToList();
        return [
            Md.Of($"{task.Id}"),
            Md.Words(later),
            scripts.Count > 0 ? Md.Of($"run {Md.Codes(scripts)} where it was applied, revert its commit") : Md.Of($"revert its commit"),
        ];
    }
}
