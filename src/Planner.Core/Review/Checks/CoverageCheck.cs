using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;

namespace Planner.Core.Review.Checks;

/// <summary>Q1: every criterion has work and a test, and all work serves something that was asked.</summary>
internal sealed class CoverageCheck : ICheck
{
    public string Id => "Q1";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        if (ArtifactText.Json<TasksFile>(artifacts, TasksFile.Path) is not var (file, tasks))
        {
            return ArtifactText.Unreadable(TasksFile.Path);
        }

        var findings = new FindingList(Id);
        var covered = plan.Criteria.Items.Count(c => IsCovered(c.Id, plan, file, tasks, findings));
        Frozen(plan, file, tasks, findings);
        Undeclared(plan, file, tasks, findings);
        StoryFindings.Uncovered(file, tasks, findings);
        var kinds = tasks.Tests.GroupBy(t => t.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}");
        return findings.Result($"{covered} of {plan.Criteria.Items.Count} criteria are covered; tests: {string.Join(", ", kinds.DefaultIfEmpty("none"))}.");
    }

    private static bool IsCovered(string criterion, Plan plan, ArtifactText file, TasksFile tasks, FindingList findings)
    {
        var built = tasks.Tasks.Any(t => !t.Contingent && t.Satisfies.Contains(criterion, StringComparer.Ordinal));
        var shown = tasks.Tests.Any(t => t.Covers.Contains(criterion, StringComparer.Ordinal));
        if (!built)
        {
            findings.Error("no-task", file, criterion, $"No task that is due satisfies {criterion}.", Responsible(plan, criterion));
        }

        if (!shown)
        {
            findings.Error("no-test", file, criterion, $"No test covers {criterion}.", Responsible(plan, criterion));
        }

        return built && shown;
    }

    /// <summary>The file holds the criteria as they were frozen when the run began.</summary>
    private static void Frozen(Plan plan, ArtifactText file, TasksFile tasks, FindingList findings)
    {
        var (frozen, told) =
            (plan.Criteria.Items.Select(c => new CriterionEntry(c.Id, c.Text) { Story = c.Story, Source = c.Source }).ToList(), tasks.Criteria);
        frozen.Except(told).Concat(told.Except(frozen)).Select(c => c.Id).Distinct(StringComparer.Ordinal).ToList()
            .ForEach(id => findings.Error("criteria", file, id, $"{id} does not stand in {file.Path} as it was frozen."));
    }

    private static void Undeclared(Plan plan, ArtifactText file, TasksFile tasks, FindingList findings)
    {
        var declared = plan.Criteria.Items.Select(c => c.Id)
            .Concat(plan.Decisions.Select(d => d.Decision.Id)).Concat(plan.Risks.Select(r => r.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var task in tasks.Tasks)
        {
            if (task.Satisfies.Count == 0)
            {
                findings.Error("orphan", file, task.Id, $"{task.Id} serves no criterion, decision or risk.", task.Area);
            }

            task.Satisfies.Where(s => !declared.Contains(s)).ToList()
                .ForEach(s => findings.Error("undeclared", file, task.Id, $"{task.Id} cites {s}, which was never declared.", task.Area));
        }

        foreach (var test in tasks.Tests)
        {
            test.Covers.Where(c => !declared.Contains(c)).ToList()
                .ForEach(c => findings.Error("undeclared", file, test.Id, $"{test.Id} cites {c}, which was never declared.", AreaOf(test, tasks)));
        }
    }

    private static string? AreaOf(TestEntry test, TasksFile tasks) => tasks.Tasks.FirstOrDefault(t => t.Id == test.Task)?.Area;

    /// <summary>Who named the criterion as a gap, else who has the most work.</summary>
    private static string? Responsible(Plan plan, string criterion) =>
        (plan.Opinions.FirstOrDefault(o => o.Applies && o.Gaps.Any(g => g.Criterion == criterion))
            ?? plan.Opinions.Where(o => o.Applies).MaxBy(o => o.Tasks.Count))?.Specialist;
}
