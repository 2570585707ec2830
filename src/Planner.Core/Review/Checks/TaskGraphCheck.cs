using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Documents;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;

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
            Conflicts(file, tasks, findings);
        }

        Agreement(page, tasks, findings);
        return findings.Result($"Tasks: {tasks.Tasks.Count}; dependencies: {tasks.Tasks.Sum(t => t.DependsOn.Count)}; waves: {tasks.Waves.Count}.");
    }

    private static bool IsSound(ArtifactText file, TasksFile tasks, FindingList findings)
    {
        var twice = tasks.Tasks.Select(t => t.Id).Concat(tasks.Tests.Select(t => t.Id)).GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1).ToList();
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

            if (tasks.Waves.Count(w => w.Tasks.Contains(task.Id, StringComparer.Ordinal) && w.Number == task.Wave) != 1)
            {
                findings.Error("wave-list", file, task.Id, $"{task.Id} is not listed in exactly its own wave.");
            }
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

    private static IEnumerable<string> Writes(TaskEntry task) => task.Files.Select(f => f.Path).Concat(task.Tables.Select(t => $"table {t}"));

    private static void Agreement(ArtifactText page, TasksFile tasks, FindingList findings)
    {
        var rows = MarkdownTable.Read(page.Text, "Task").Select(r => r.Cells).ToList();
        var written = rows.Select(r => string.Join('|', r.Values.Take(7)).Replace(ProvisionalMarks.Mark, "", StringComparison.Ordinal)).ToList();
        var expected = tasks.Tasks.ToDictionary(Row, t => t.Id, StringComparer.Ordinal);
        expected.Where(e => !written.Contains(e.Key, StringComparer.Ordinal)).ToList()
            .ForEach(e => findings.Error("differs", page, e.Value, $"{e.Value} is not the same in {Page} and {TasksFile.Path}."));
        if (written.Count != tasks.Tasks.Count)
        {
            findings.Error("differs", page, "", $"{Page} lists {written.Count} tasks, {TasksFile.Path} {tasks.Tasks.Count}.");
        }
    }

    private static string Row(TaskEntry t)
    {
        var cells = new[] { t.Id, MarkdownTable.Plain(Md.Of($"{t.Title}").Value), $"{t.Phase}", $"{t.Wave}", Words(t.DependsOn), Words(t.Satisfies), $"{t.Size}" };
        return string.Join('|', cells).Replace(ProvisionalMarks.Mark, "", StringComparison.Ordinal);
    }

    private static string Words(IEnumerable<string> ids) => MarkdownTable.Plain(Md.Words(ids).Value);

    private static DependencyGraph Graph(TasksFile tasks)
    {
        var byId = tasks.Tasks.ToDictionary(t => t.Id, StringComparer.Ordinal);
        return new(byId.Keys, id => byId[id].DependsOn);
    }
}
