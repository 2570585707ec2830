using Planner.Api.Artifacts;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Text;
using Planner.Core.Text.Secrets;

namespace Planner.Api.Progress;

/// <summary>The tasks of a version with how far they are. Progress stands beside the version, which never changes.</summary>
internal sealed class TaskBoard(RunVersion versions, IArtifactStore store)
{
    public async Task<TaskListView> Read(VersionPlace place, CancellationToken cancellation)
    {
        if (place.Version is not { } version || await versions.Read(place, TasksFile.Path, cancellation) is not { } text)
        {
            return new TaskListView(place.RunId, place.Ticket, place.Version, [], [], [], []);
        }

        var progress = ProgressFile.Read(await store.ReadShared(ProgressFile.PathOf(place.Ticket, version), cancellation)).Tasks;
        return View(place, PlanJson.Read<TasksFile>(text), progress);
    }

    /// <summary>Puts down how far a task is.</summary>
    /// <returns>False where the version has no such task.</returns>
    public async Task<bool> Report(VersionPlace place, ProgressEntry entry, CancellationToken cancellation)
    {
        if ((await Read(place, cancellation)).Tasks.All(t => t.Id != entry.Id))
        {
            return false;
        }

        var clean = entry with { Note = Redaction.Of(entry.Note) };
        await store.Update(
            ProgressFile.PathOf(place.Ticket, place.Version!.Value),
            text => PlanJson.Artifact(ProgressFile.Read(text).With(clean)),
            cancellation);
        return true;
    }

    private static TaskListView View(VersionPlace place, TasksFile file, IReadOnlyList<ProgressEntry> progress)
    {
        var said = progress.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var tasks = file.Tasks.Select(t => said.TryGetValue(t.Id, out var now) ? t with { Status = now.Status } : t).ToList();
        var done = tasks.Where(t => t.Status == TaskProgress.Done).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        return new TaskListView(
            place.RunId, place.Ticket, place.Version, tasks, file.Tests,
            [.. file.Waves.Select(w => new WaveView(w.Number, w.Tasks, w.Gate, w.Tasks.Count(done.Contains)))],
            progress);
    }
}
