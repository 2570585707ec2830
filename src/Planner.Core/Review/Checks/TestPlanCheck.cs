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
        return findings.Result($"Tests: {tasks.Tests.Count}; {automated} of {tasks.Tasks.Count} tasks are verified by a command.");
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
        foreach (var (opinion, endpoint) in plan.Opinions.SelectMany(o => (o.Api?.Endpoints ?? []).Select(e => (o, e))))
        {
            var name = $"{endpoint.Method} {endpoint.Route}";
            if (!tasks.Tasks.Any(t => t.Endpoints.Contains(name, StringComparer.Ordinal) && t.Tests.Count > 0))
            {
                findings.Error("endpoint", file, name, $"No task with a test changes {name}.", opinion.Specialist);
            }

            var shown = tasks.Tests.Where(t => t.Endpoint == name).Aggregate(TestAspects.None, (all, t) => all | t.Aspects);
            foreach (var (_, code, what) in Due(endpoint).Where(d => !shown.HasFlag(d.Aspect)))
            {
                findings.Error(code, file, name, $"No test shows {what} of {name}.", opinion.Specialist);
            }
        }
    }

    /// <summary>An endpoint that turns nobody away, or fails in no other way, needs no test of that.</summary>
    private static IEnumerable<(TestAspects Aspect, string Code, string What)> Due(EndpointChange endpoint)
    {
        yield return (TestAspects.Success, "success", "the success");
        if (endpoint.Errors.Any(e => e.Status is 401 or 403))
        {
            yield return (TestAspects.Refusal, "refusal", "the refusal of a stranger");
        }

        if (endpoint.Errors.Any(e => e.Status is not (401 or 403)))
        {
            yield return (TestAspects.Error, "error", "an error");
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
