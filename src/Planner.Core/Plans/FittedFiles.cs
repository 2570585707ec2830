using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>Specialists who think at the same time may both add a file: the first of the panel adds it, the others change it.</summary>
internal static class FittedFiles
{
    public static IReadOnlyList<Opinion> AddedOnce(IReadOnlyList<Opinion> opinions)
    {
        var added = new Dictionary<(string Path, string? Story), string>();
        return [.. opinions.Select(o => o with { Tasks = [.. o.Tasks.Select(t => t with { Files = [.. t.Files.Select(f => Once(f, t))] })] })];

        FileChange Once(FileChange file, PlanTask task) =>
            file.Change != ChangeKind.Add || added.TryAdd((file.Path, task.Story), task.Id) ? file : file with { Change = ChangeKind.Modify };
    }
}
