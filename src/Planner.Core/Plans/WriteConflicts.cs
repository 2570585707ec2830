using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>
/// Keeps two writers of one file or table out of the same wave, by letting the later one depend on the earlier one:
/// so a wave is always one more than the highest wave of what its tasks depend on.
/// </summary>
internal static class WriteConflicts
{
    public static void Separate(WorkDraft draft)
    {
        while (FirstIn(draft) is var (earlier, later))
        {
            draft.Depend(later, earlier);
        }
    }

    /// <summary>True where two tasks write the same file or table.</summary>
    public static bool Between(PlanTask a, PlanTask b) =>
        a.Files.Select(f => f.Path).Intersect(b.Files.Select(f => f.Path), StringComparer.Ordinal).Any()
        || a.Tables.Select(TableName.Folded).Intersect(b.Tables.Select(TableName.Folded), StringComparer.Ordinal).Any();

    private static (string Earlier, string Later)? FirstIn(WorkDraft draft)
    {
        var levels = draft.Graph().Levels();
        foreach (var wave in draft.Tasks.GroupBy(t => levels[t.Id]).OrderBy(g => g.Key))
        {
            var tasks = wave.ToList();
            for (var later = 1; later < tasks.Count; later++)
            {
                var earlier = tasks.FindIndex(0, later, t => Between(t, tasks[later]));
                if (earlier >= 0)
                {
                    return (tasks[earlier].Id, tasks[later].Id);
                }
            }
        }

        return null;
    }
}
