using Planner.Core.Opinions;
using Planner.Core.Text.Paths;

namespace Planner.Core.Plans;

/// <summary>
/// Files that the close reading puts first and that no task names: whoever does the nearest task looks at them. Reading finds more of
/// what a team changes in the end than its specialists take up, and a file too many costs a look, one too few a day.
/// </summary>
internal static class LikelyFiles
{
    private const int First = 10;

    /// <summary>Files with a higher score were chosen by the reader; the others are the rules'.</summary>
    private const double Chosen = 0.5;

    public static void AddTo(WorkDraft draft, PlanInputs inputs)
    {
        var tasks = draft.Tasks.Where(t => !t.Contingent && t.Files.Count > 0).ToList();
        if (inputs.Grounding.Reading is null || tasks.Count == 0)
        {
            return;
        }

        var named = tasks.SelectMany(t => t.Files.Select(f => f.Path).Concat(t.LikelyAlso ?? [])).ToHashSet(StringComparer.Ordinal);
        var left = inputs.Grounding.Files.Where(f => f.Score > Chosen).Take(First).Select(f => f.Path).Where(p => !named.Contains(p));
        foreach (var near in left.GroupBy(p => tasks.MaxBy(t => Nearness(t, p))!.Id, StringComparer.Ordinal))
        {
            var task = tasks.Find(t => t.Id == near.Key)!;
            draft.Replace(task with { LikelyAlso = [.. task.LikelyAlso ?? [], .. near] });
        }
    }

    /// <summary>How many folders a file shares with the nearest file of a task.</summary>
    private static int Nearness(PlanTask task, string path) => task.Files.Max(f => Shared(f.Path, path));

    private static int Shared(string one, string other) =>
        PathParts.Folder(one).Split('/').Zip(PathParts.Folder(other).Split('/')).TakeWhile(p => p.First == p.Second).Count();
}
