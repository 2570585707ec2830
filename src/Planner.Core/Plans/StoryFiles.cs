using Planner.Core.Opinions;
using Planner.Core.Tickets;
using Planner.Core.Tickets.Epics;

namespace Planner.Core.Plans;

/// <summary>Specialists who think about different stories may both add a file: the first story adds it, the others change it.</summary>
internal static class StoryFiles
{
    public static void AddOnce(WorkDraft draft, StoryMap? map)
    {
        if (map is null)
        {
            return;
        }

        var order = StoryOrder.Of(map).ToList();
        var added = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var task in draft.Tasks.OrderBy(t => t.Story is null ? int.MaxValue : order.IndexOf(t.Story)).ToList())
        {
            var files = task.Files.Select(f => f.Change == ChangeKind.Add && !added.TryAdd(f.Path, task.Story ?? "") && added[f.Path] != (task.Story ?? "")
                ? f with { Change = ChangeKind.Modify }
                : f).ToList();
            draft.Replace(task with { Files = files });
        }
    }
}
