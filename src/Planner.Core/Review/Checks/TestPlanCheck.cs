using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>Q12: criteria, endpoints and migrations have tests, and each task a way to see that it is done.</summary>
internal sealed class TestPlanCheck : ICheck
{
    public string Id => "Q12";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        if (ArtifactText.Json<TasksFile>(artifacts, TasksFile.Path) is not var (file, tasks))
        {
            return ArtifactText.Unreadable(TasksFile.Path);
        }

        var findings = new FindingList(Id);
        Tests(file, tasks, findings);
        Verification(file, tasks, findings);
        Endpoints(plan, file, tasks, findings);
        Migrations(plan, file, tasks, findings);
        var automated = tasks.Tasks.Count(t => t.Verification.Count > 0);
        return findings.Result($"Tests: {tasks.Tests.Count}; {automated} of {tasks.Tasks.Count} tasks are verified by a command. Tests of success, refusal and error of an endpoint are counted, not told apart.");
    }

    private static void Tests(ArtifactText file, TasksFile tasks, FindingList findings)
    {
        var ids = tasks.Tests.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var task in tasks.Tasks)
        {
            task.Tests.Where(t => !ids.Contains(t)).ToList().ForEach(t => findings.Error("missing", file, task.Id, $"{task.Id} names the test {t}, which does not exist.", task.Area));
        }

        foreach (var test in tasks.Tests.Where(t => !tasks.Tasks.Any(task => task.Id == t.Task)))
        {
            findings.Error("missing", file, test.Id, $"{test.Id} is written in {test.Task}, which does not exist.");
        }

        tasks.Tests.Where(t => t.Covers.Count == 0).ToList().ForEach(t => findings.Error("covers-nothing", file, t.Id, $"{t.Id} covers nothing."));
    }

    private static void Verification(ArtifactText file, TasksFile tasks, FindingList findings) =>
        tasks.Tasks.Where(t => t.Verification.Count == 0 && string.IsNullOrWhiteSpace(t.ManualVerification)).ToList()
            .ForEach(t => findings.Error("unverified", file, t.Id, $"{t.Id} has neither a command that verifies it nor a reason why not.", t.Area));

    private static void Endpoints(Plan plan, ArtifactText file, TasksFile tasks, FindingList findings)
    {
        foreach (var (opinion, endpoint) in plan.Opinions.SelectMany(o => (o.Api?.Endpoints ?? []).Select(e => (o, Name: $"{e.Method} {e.Route}"))))
        {
            if (!tasks.Tasks.Any(t => t.Endpoints.Contains(endpoint, StringComparer.Ordinal) && t.Tests.Count > 0))
            {
                findings.Error("endpoint", file, endpoint, $"No task with a test changes {endpoint}.", opinion.Specialist);
            }
        }
    }

    private static void Migrations(Plan plan, ArtifactText file, TasksFile tasks, FindingList findings)
    {
        foreach (var (opinion, migration) in plan.Opinions.SelectMany(o => (o.Schema?.Migrations ?? []).Select(m => (o, m))))
        {
            if (!tasks.Tasks.Any(t => t.Files.Any(f => f.Path == migration.UpPath) && t.Tests.Count > 0))
            {
                findings.Error("migration", file, migration.Name, $"No task with a test applies and undoes {migration.UpPath}.", opinion.Specialist);
            }
        }
    }
}
