namespace Planner.Core.Opinions.Guarding;

/// <summary>Paths stay inside the root and are written in one way; what is added is not there yet, and what is changed or deleted is.</summary>
internal sealed class PathGuard : IGuardRule
{
    public Opinion Apply(Opinion opinion, GuardFindings sieve)
    {
        var tasks = opinion.Tasks.Select(t => t with { Files = Inside(t, sieve) }).ToList();
        var there = sieve.Context.Inventory.Paths.Concat(sieve.Context.BuildsOn.SelectMany(Added)).ToHashSet(StringComparer.Ordinal);
        var own = tasks.SelectMany(Added).ToHashSet(StringComparer.Ordinal);
        var judged = tasks.ConvertAll(t => Judged(t, there, own, sieve));
        there.UnionWith(own);
        judged = judged.ConvertAll(t => t with { LikelyAlso = Likely(t, there, sieve) });
        return DesignPaths.Inside(opinion with { Tasks = judged, Tests = [.. opinion.Tests.Select(t => Placed(t, there, sieve))] }, sieve);
    }

    private static List<FileChange> Inside(PlanTask task, GuardFindings sieve) =>
        sieve.Keep(task.Files.Select(f => f with { Path = ResourceNames.Path(f.Path) }).DistinctBy(f => f.Path), OpinionFault.Path, _ => task.Id,
            f => RootPath.IsInside(f.Path) && MayBeNamed(f.Path, sieve)
                ? null
                : $"{task.Id} changes a path that is none inside the code base; it is left out.");

    /// <summary>What is there may be called as it is; a path that only the opinion has is not even repeated where it is none.</summary>
    private static bool MayBeNamed(string path, GuardFindings sieve) =>
        RootPath.MayBeAdded(path) || sieve.Context.Inventory.Paths.Contains(path, StringComparer.Ordinal);

    private static IEnumerable<string> Added(Opinion opinion) => opinion.Tasks.SelectMany(Added);

    private static IEnumerable<string> Added(PlanTask task) => task.Files.Where(f => f.Change == ChangeKind.Add).Select(f => f.Path);

    private static PlanTask Judged(PlanTask task, HashSet<string> there, HashSet<string> own, GuardFindings sieve)
    {
        var files = sieve.Keep(task.Files, OpinionFault.Path, _ => task.Id, f => f.Change == ChangeKind.Add || there.Contains(f.Path) || own.Contains(f.Path)
            ? null
            : $"{task.Id} changes {f.Path}, which is not there and which nobody before adds; it is left out.");
        return task with { Files = files.ConvertAll(f => Changed(task, f, there, sieve)) };
    }

    /// <summary>Files that may change too are there by then.</summary>
    private static IReadOnlyList<string>? Likely(PlanTask task, HashSet<string> there, GuardFindings sieve)
    {
        var changed = task.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var paths = (task.LikelyAlso ?? []).Select(ResourceNames.Path).Where(p => !changed.Contains(p)).Distinct(StringComparer.Ordinal);
        var kept = sieve.Keep(paths, OpinionFault.Path, _ => task.Id, p => there.Contains(p)
            ? null
            : $"{task.Id} will likely change {(RootPath.MayBeAdded(p) ? p : "a path")}, which is not there and which nobody before adds; it is left out.");
        return kept.Count == 0 ? null : kept;
    }

    /// <summary>What is added twice is added by the first and changed by the others.</summary>
    private static FileChange Changed(PlanTask task, FileChange file, HashSet<string> there, GuardFindings sieve)
    {
        if (file.Change != ChangeKind.Add || there.Add(file.Path))
        {
            return file;
        }

        sieve.Correct(OpinionFault.Path, task.Id, $"{task.Id} adds {file.Path}, which is there by then; it is changed instead.");
        return file with { Change = ChangeKind.Modify };
    }

    private static PlanTest Placed(PlanTest test, HashSet<string> there, GuardFindings sieve)
    {
        var path = test.File is null ? null : ResourceNames.Path(test.File);
        if (path is null || there.Contains(path))
        {
            return test with { File = path };
        }

        sieve.Miss(OpinionFault.Path, test.Id, $"{test.Id} stands in a file that is not there and that no task adds; its place is left out.");
        return test with { File = null };
    }
}
