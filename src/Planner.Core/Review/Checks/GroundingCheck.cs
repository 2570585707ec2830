using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>Q3: everything that the plan cites exists in the scanned commit or is made by the plan.</summary>
internal sealed class GroundingCheck : ICheck
{
    public string Id => "Q3";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        if (ArtifactText.Json<TasksFile>(artifacts, TasksFile.Path) is not var (file, tasks))
        {
            return ArtifactText.Unreadable(TasksFile.Path);
        }

        var findings = new FindingList(Id);
        var known = new KnownThings(plan);
        var references = Files(file, tasks, known, findings) + Tables(file, tasks, known, findings) + Endpoints(file, tasks, known, findings)
            + Designs(plan, artifacts, known, findings);
        var result = findings.Result("");
        return result with { Reason = $"{result.Findings.Count} of {references} references lead nowhere." };
    }

    private static int Files(ArtifactText file, TasksFile tasks, KnownThings known, FindingList findings)
    {
        foreach (var (task, change) in tasks.Tasks.SelectMany(t => t.Files.Select(f => (t, f))))
        {
            var exists = known.HasPath(change.Path);
            var added = tasks.Tasks.FirstOrDefault(t => t.Wave < task.Wave && t.Files.Any(f => f.Path == change.Path && f.Change == ChangeKind.Add));
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
        }

        return tasks.Tasks.Sum(t => t.Files.Count);
    }

    private static int Tables(ArtifactText file, TasksFile tasks, KnownThings known, FindingList findings)
    {
        foreach (var (task, table) in tasks.Tasks.SelectMany(t => t.Tables.Select(n => (t, n))).Where(p => !known.HasTable(p.n)))
        {
            findings.Error("phantom-table", file, task.Id, $"{task.Id} writes the table {table}, which does not exist and which no migration creates.", task.Area);
        }

        return tasks.Tasks.Sum(t => t.Tables.Count);
    }

    private static int Endpoints(ArtifactText file, TasksFile tasks, KnownThings known, FindingList findings)
    {
        foreach (var (task, endpoint) in tasks.Tasks.SelectMany(t => t.Endpoints.Select(e => (t, e))).Where(p => !known.HasEndpoint(p.e)))
        {
            findings.Error("phantom-endpoint", file, task.Id, $"{task.Id} changes {endpoint}, which does not exist and which the API design does not add.", task.Area);
        }

        return tasks.Tasks.Sum(t => t.Endpoints.Count);
    }

    private static int Designs(Plan plan, ArtifactSet artifacts, KnownThings known, FindingList findings)
    {
        var cited = plan.Opinions.Where(o => o.Applies).SelectMany(o => DesignReferences.Of(o)).ToList();
        foreach (var reference in cited.Where(r => !r.Holds(known)))
        {
            var page = ArtifactText.Of(artifacts, reference.Artifact) ?? ArtifactText.Of(artifacts, "implementation.md") ?? new(reference.Artifact, "");
            findings.Error(reference.Code, page, reference.Name, reference.Message, reference.Specialist);
        }

        return cited.Count;
    }
}
