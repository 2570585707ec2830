using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;

namespace Planner.Core.Review.Checks;

/// <summary>Q12: criteria, endpoints and migrations have tests, each task a way to see that it is done, and the first commands can be run.</summary>
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
        Criteria(plan, file, tasks, findings);
        Tests(file, tasks, findings);
        Verification(file, tasks, findings);
        new DesignedTests(plan, file, tasks, findings).Judge();
        FirstCommands.Judge(plan, artifacts, findings);
        var automated = tasks.Tasks.Count(IsAutomated);
        return findings.Result($"Tests: {tasks.Tests.Count}; {automated} of {tasks.Tasks.Count} tasks are verified by a command.");
    }

    private static void Criteria(Plan plan, ArtifactText file, TasksFile tasks, FindingList findings)
    {
        var covered = tasks.Tests.SelectMany(t => t.Covers).ToHashSet(StringComparer.Ordinal);
        plan.Criteria.Items.Where(c => !covered.Contains(c.Id)).ToList().ForEach(c => findings.Error("criterion", file, c.Id, $"{c.Id} has no test."));
        tasks.Tests.Where(t => t.Covers.Count == 0).ToList().ForEach(t => findings.Error("covers-nothing", file, t.Id, $"{t.Id} covers nothing."));
    }

    private static void Tests(ArtifactText file, TasksFile tasks, FindingList findings)
    {
        var ids = tasks.Tests.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var task in tasks.Tasks)
        {
            task.Tests.Where(t => !ids.Contains(t))
                .ToList()
                .ForEach(t => findings.Error("missing", file, task.Id, $"{task.Id} names the test {t}, which does not exist.", task.Area));
        }

        foreach (var test in tasks.Tests.Where(t => !tasks.Tasks.Any(task => task.Id == t.Task)))
        {
            findings.Error("missing", file, test.Id, $"{test.Id} is written in {test.Task}, which does not exist.");
        }
    }

    private static void Verification(ArtifactText file, TasksFile tasks, FindingList findings) =>
        tasks.Tasks.Where(t => !IsAutomated(t) && string.IsNullOrWhiteSpace(t.ManualVerification)).ToList()
            .ForEach(t => findings.Error("unverified", file, t.Id, $"{t.Id} has neither a command that verifies it nor a reason why not.", t.Area));

    private static bool IsAutomated(TaskEntry task) => task.Verification.Any(c => !string.IsNullOrWhiteSpace(c));
}
