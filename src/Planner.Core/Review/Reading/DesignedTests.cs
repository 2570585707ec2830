using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reading;

/// <summary>
/// Whether the tests show what the designs promise: of each endpoint its success, its refusal and its errors, of each migration
/// that it applies and rolls back.
/// </summary>
internal sealed class DesignedTests(Plan plan, ArtifactText file, TasksFile tasks, FindingList findings)
{
    public void Judge()
    {
        foreach (var opinion in plan.Opinions)
        {
            (opinion.Design<ApiDesign>()?.Endpoints ?? []).ToList().ForEach(e => Endpoint(opinion.Specialist, e));
            (opinion.Design<SchemaDesign>()?.Migrations ?? []).ToList().ForEach(m => Migration(opinion.Specialist, m));
        }
    }

    private void Endpoint(string specialist, EndpointChange endpoint)
    {
        var name = $"{endpoint.Method} {endpoint.Route}";
        if (!tasks.Tasks.Any(t => t.Endpoints.Contains(name, StringComparer.Ordinal) && t.Tests.Count > 0))
        {
            findings.Error("endpoint", file, name, $"No task with a test changes {name}.", specialist);
        }

        Shown(tasks.Tests.Where(t => t.Endpoint == name), Due(endpoint, name), name, specialist);
    }

    private void Migration(string specialist, MigrationScript migration)
    {
        var writers = tasks.Tasks.Where(t => t.Files.Any(f => f.Path == migration.UpPath)).ToList();
        if (!writers.Exists(t => t.Tests.Count > 0))
        {
            findings.Error("migration", file, migration.Name, $"No task with a test applies and undoes {migration.UpPath}.", specialist);
            return;
        }

        var tests = tasks.Tests.Where(t => writers.Exists(w => w.Tests.Contains(t.Id, StringComparer.Ordinal)));
        Shown(tests, Due(migration), migration.UpPath, specialist);
    }

    private void Shown(IEnumerable<TestEntry> tests, IEnumerable<(TestAspects Aspect, string Code, string What)> due, string name, string specialist)
    {
        var shown = tests.Aggregate(TestAspects.None, (all, t) => all | t.Aspects);
        due.Where(d => !shown.HasFlag(d.Aspect)).ToList().ForEach(d => findings.Error(d.Code, file, name, $"No test shows {d.What} of {name}.", specialist));
    }

    /// <summary>What code of today lets anybody do refuses nobody; what fails in no way needs no test of an error.</summary>
    private IEnumerable<(TestAspects Aspect, string Code, string What)> Due(EndpointChange endpoint, string name)
    {
        yield return (TestAspects.Success, "success", "the success");
        var isOpen = plan.Grounding.Endpoints.Any(e => RouteName.Folded($"{e.Method} {e.Route}") == RouteName.Folded(name)
            && e.Access?.Contains("AllowAnonymous", StringComparison.Ordinal) == true);
        if (!isOpen || endpoint.Errors.Any(e => e.Status is 401 or 403))
        {
            yield return (TestAspects.Refusal, "refusal", "the refusal of a stranger");
        }

        if (endpoint.Errors.Any(e => e.Status is not (401 or 403)))
        {
            yield return (TestAspects.Error, "error", "an error");
        }
    }

    /// <summary>What says why it cannot be undone is not rolled back.</summary>
    private static IEnumerable<(TestAspects Aspect, string Code, string What)> Due(MigrationScript migration)
    {
        yield return (TestAspects.Apply, "apply", "the application");
        if (string.IsNullOrWhiteSpace(migration.Irreversible))
        {
            yield return (TestAspects.Rollback, "rollback", "the rollback");
        }
    }
}
