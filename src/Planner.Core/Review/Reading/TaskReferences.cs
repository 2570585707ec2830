using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;

namespace Planner.Core.Review.Reading;

/// <summary>What tasks and tests cite: files, tables and endpoints, each there or made in an earlier wave.</summary>
internal sealed class TaskReferences(ArtifactText file, TasksFile tasks, KnownThings known, FindingList findings)
{
    /// <summary>How many there are.</summary>
    public int Judge() =>
        tasks.Tasks.Sum(t => t.Files.Count(f => Path(t, f)) + t.Tables.Count(n => Table(t, n)) + t.Endpoints.Count(e => Endpoint(t, e)))
        + tasks.Tests.Count(TestFile) + tasks.Tests.Count(TestedEndpoint);

    private bool Path(TaskEntry task, FileChange change)
    {
        var exists = known.HasPath(change.Path);
        var added = tasks.Tasks.FirstOrDefault(t => t.Wave < task.Wave
            && (!t.Contingent || task.Contingent)
            && t.Files.Any(f => f.Path == change.Path && f.Change == ChangeKind.Add));
        if (change.Change == ChangeKind.Add && exists)
        {
            findings.Error("exists", file, task.Id, $"{task.Id} adds {change.Path}, which exists already.", task.Area);
        }
        else if (change.Change == ChangeKind.Add && added is not null)
        {
            findings.Error("added-twice", file, task.Id, $"{task.Id} adds {change.Path}, which {added.Id} adds before.", task.Area);
        }
        else if (change.Change != ChangeKind.Add && !exists && added is null)
        {
            findings.Error("phantom-path", file, task.Id, $"{task.Id} changes {change.Path}, which does not exist and is not added before.", task.Area);
        }

        return true;
    }

    private bool Table(TaskEntry task, string table)
    {
        if (!known.HasTable(table))
        {
            findings.Error("phantom-table", file, task.Id, $"{task.Id} writes the table {table}, which does not exist and which no task creates.", task.Area);
        }
        else if (known.WaveOfTable(table) > task.Wave)
        {
            findings.Error(
                "too-early",
                file,
                task.Id,
                $"{task.Id} writes the table {table} in wave {task.Wave}; it is created in wave {known.WaveOfTable(table)}.",
                task.Area);
        }

        return true;
    }

    private bool Endpoint(TaskEntry task, string endpoint)
    {
        if (!known.HasEndpoint(endpoint))
        {
            findings.Error(
                "phantom-endpoint",
                file,
                task.Id,
                $"{task.Id} changes {endpoint}, which does not exist and which the API design does not add.",
                task.Area);
        }
        else if (known.WaveOfEndpoint(endpoint) > task.Wave)
        {
            findings.Error(
                "too-early",
                file,
                task.Id,
                $"{task.Id} changes {endpoint} in wave {task.Wave}; it is added in wave {known.WaveOfEndpoint(endpoint)}.",
                task.Area);
        }

        return true;
    }

    private bool TestFile(TestEntry test)
    {
        if (test.File is { } path && !known.HasPath(path) && !tasks.Tasks.Any(t => t.Files.Any(f => f.Path == path && f.Change == ChangeKind.Add)))
        {
            findings.Error("phantom-path", file, test.Id, $"{test.Id} stands in {path}, which does not exist and which no task adds.", AreaOf(test));
        }

        return test.File is not null;
    }

    private bool TestedEndpoint(TestEntry test)
    {
        if (test.Endpoint is { } endpoint && !known.HasEndpoint(endpoint))
        {
            findings.Error(
                "phantom-endpoint",
                file,
                test.Id,
                $"{test.Id} calls {endpoint}, which does not exist and which the API design does not add.",
                AreaOf(test));
        }

        return test.Endpoint is not null;
    }

    private string? AreaOf(TestEntry test) => tasks.Tasks.FirstOrDefault(t => t.Id == test.Task)?.Area;
}
