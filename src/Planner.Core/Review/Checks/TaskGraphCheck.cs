using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Documents;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;
using Planner.Core.Text.Graphs;

namespace Planner.Core.Review.Checks;

/// <summary>Q2: ids are unique, dependencies exist and run in no circle, waves follow from them and hold no two writers, and both files agree.</summary>
internal sealed class TaskGraphCheck : ICheck
{
    private const string Page = "tasks.md";

    public string Id => "Q2";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        if (ArtifactText.Json<TasksFile>(artifacts, TasksFile.Path) is not var (file, tasks) || ArtifactText.Of(artifacts, Page) is not { } page)
        {
            return ArtifactText.Unreadable($"{TasksFile.Path} or {Page}");
        }

        var findings = new FindingList(Id);
        if (IsSound(file, tasks, findings))
        {
            Waves(file, tasks, findings);
            WaveList(file, tasks, findings);
            Conflicts(file, tasks, findings);
            StoryFindings.Circles(file, tasks, findings);
        }

        PageAgreement.Judge(page, TasksFile.Path, new TasksDocument(), PlanFromFiles.With(plan, tasks), findings);
        return findings.Result($"Tasks: {tasks.Tasks.Count}; dependencies: {tasks.Tasks.Sum(t => t.DependsOn.Count)}; waves: {tasks.Waves.Count}.");
    }

    private static bool IsSound(ArtifactText file, TasksFile tasks, FindingList findings)
    {
        var twice = tasks.Tasks.Select(t => t.Id)
            .Concat(tasks.Tests.Select(t => t.Id))
            .GroupBy(id => id, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .ToList();
        twice.ForEach(g => findings.Error("duplicate", file, g.Key, $"{g.Key} is declared {g.Count()} times."));
        var ids = tasks.Tasks.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var missing = tasks.Tasks.SelectMany(t => t.DependsOn.Where(d => !ids.Contains(d)).Select(d => (Task: t, On: d))).ToList();
        missing.ForEach(m => findings.Error("missing", file, m.Task.Id, $"{m.Task.Id} depends on {m.On}, which does not exist.", m.Task.Area));
        return twice.Count == 0 && missing.Count == 0 && IsAcyclic(file, tasks, findings);
    }

    private static bool IsAcyclic(ArtifactText file, TasksFile tasks, FindingList findings)
    {
        try
        {
            Graph(tasks).Order();
            return true;
        }
        catch (CyclicDependencyException circle)
        {
            findings.Error("cycle", file, "", circle.Message);
            return false;
        }
    }

    private static void Waves(ArtifactText file, TasksFile tasks, FindingList findings)
    {
        var levels = Graph(tasks).Levels();
        foreach (var task in tasks.Tasks)
        {
            if (task.Wave != levels[task.Id])
            {
                findings.Error("wave", file, task.Id, $"{task.Id} stands in wave {task.Wave}; by its dependencies it belongs in {levels[task.Id]}.");
            }
        }
    }

    /// <summary>The waves are numbered from 1 on, and each lists its own tasks once and nothing else.</summary>
    private static void WaveList(ArtifactText file, TasksFile tasks, FindingList findings)
    {
        var waves = tasks.Tasks.ToDictionary(t => t.Id, t => t.Wave, StringComparer.Ordinal);
        var listed = tasks.Waves.SelectMany(w => w.Tasks.Select(t => (Task: t, w.Number))).ToList();
        var wrong = listed.Where(l => !waves.TryGetValue(l.Task, out var wave) || wave != l.Number).Select(l => l.Task)
            .Concat(waves.Keys.Where(id => listed.Count(l => l.Task == id) != 1));
        foreach (var id in wrong.Distinct(StringComparer.Ordinal))
        {
            findings.Error("wave-list", file, id, $"{id} is not listed exactly once, in its own wave.");
        }

        if (!tasks.Waves.Select(w => w.Number).SequenceEqual(Enumerable.Range(1, tasks.Waves.Count)))
        {
            findings.Error("wave-list", file, "", "The waves are not numbered from 1 on.");
        }
    }

    private static void Conflicts(ArtifactText file, TasksFile tasks, FindingList findings)
    {
        var pairs = tasks.Tasks.SelectMany((a, i) => tasks.Tasks.Skip(i + 1).Where(b => b.Wave == a.Wave).Select(b => (a, b)));
        foreach (var (a, b) in pairs)
        {
            var shared = Writes(a).Intersect(Writes(b), StringComparer.Ordinal).ToList();
            if (shared.Count > 0)
            {
                findings.Error("conflict", file, b.Id, $"{a.Id} and {b.Id} both write {string.Join(", ", shared)} in wave {a.Wave}.");
            }
        }
    }

    private static IEnumerable<string> Writes(TaskEntry task) => task.Files.Select(f => f.Path).Concat(task.Tables.Select(t => $"table {TableName.Folded(t)}"));

    private static DependencyGraph Graph(TasksFile tasks)
    {
        var byId = tasks.Tasks.ToDictionary(t => t.Id, StringComparer.Ordinal);
        return new(byId.Keys, id => byId[id].DependsOn);
    }
}
