using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;
using Planner.Core.Text.Paths;

namespace Planner.Core.Artifacts.Execution;

/// <summary>
/// Prompts as blocks that are handed over as they are: one for builders, validators and reviewers in general, and what
/// each needs for a task. They point to criteria by id and do not quote the ticket.
/// </summary>
internal static class Prompts
{
    private const int MostToRead = 3;

    public static void Write(MarkdownPage page, Plan plan, IReadOnlyList<Assignment> assignments)
    {
        page.Heading(2, $"Prompts")
            .Say($"An agent gets this bundle, the block of its role, and the block of its task for that role.")
            .Heading(3, $"Every builder").Code("text", CommonPrompts.Builder(plan))
            .Heading(3, $"Every validator").Code("text", CommonPrompts.Validator(plan));
        if (assignments.Any(a => a.Reviewer is not null))
        {
            page.Heading(3, $"Every reviewer").Code("text", CommonPrompts.Reviewer(plan));
        }

        foreach (var assignment in assignments.Where(a => !a.ByPerson))
        {
            page.Heading(3, $"{assignment.Task.Id} {assignment.Task.Title}")
                .Code("text", Block(Builder(assignment.Task, plan)))
                .Code("text", Block(Validator(assignment.Task, plan)));
            if (assignment.Reviewer is not null)
            {
                page.Code("text", Block(Reviewer(assignment.Task, plan)));
            }
        }
    }

    private static string Block(IEnumerable<string> lines) => string.Join('\n', lines.Select(MarkdownEscape.OneLine));

    private static IEnumerable<string> Builder(PlanTask task, Plan plan)
    {
        yield return $"BUILD {task.Id} of {plan.Ticket.Key}, area {task.Area}, {Hours(task.EffortHours.Likely)} h of a person's work.";
        yield return $"Do: {task.Title}.";
        yield return $"Read first: tasks.md under {task.Id}; {Pages(task, plan)}.";
        foreach (var file in ToRead(task, plan))
        {
            yield return $"Read in the code: {file.Path} ({file.Why})";
        }

        foreach (var file in task.Files)
        {
            yield return $"You {(file.Change == ChangeKind.Add ? "may create" : file.Change == ChangeKind.Delete ? "delete" : "may change")}: {file.Path}";
        }

        foreach (var path in task.LikelyAlso ?? [])
        {
            yield return $"You will likely have to change too: {path}. Say in your report whether you did, and why.";
        }

        foreach (var test in plan.Tests.Where(t => t.Task == task.Id))
        {
            yield return $"{(test.File is null ? "Show" : "Write the test")} {test.Id} ({StatusWords.Of(test.Kind)}, "
                + $"{string.Join(", ", test.Covers)}){(test.File is null ? "" : $" in {test.File}")}: {test.Title}";
        }

        foreach (var constraint in task.Constraints)
        {
            yield return $"The team's constitution holds: {constraint}";
        }

        foreach (var lookout in task.Lookouts)
        {
            yield return $"Check, and say in your report what you found: {lookout}";
        }

        yield return task.DependsOn.Count > 0 ? $"Merged before you begin: {string.Join(", ", task.DependsOn)}." : "Nothing has to be merged before.";
        yield return $"Done when: {Done(task)}";
    }

    private static IEnumerable<string> Validator(PlanTask task, Plan plan)
    {
        yield return $"VALIDATE {task.Id} of {plan.Ticket.Key} on the builder's commit.";
        yield return task.Verification.Count > 0
            ? $"Run: {string.Join("; ", task.Verification)}"
            : "No command proves it: do by hand what the builder's block says under Done when, and write down what you saw.";
        yield return $"Changed files must be among: {string.Join(", ", task.Files.Select(f => f.Path).Concat(task.LikelyAlso ?? []))}";
        var tests = plan.Tests.Where(t => t.Task == task.Id && t.Kind != TestKind.Manual && t.File is not null).ToList();
        if (tests.Count > 0)
        {
            yield return $"These tests must be there, must run, and must fail when the change is taken out: {string.Join(", ", tests.Select(t => t.Id))}";
        }

        foreach (var migration in Assignment.Migrations(task, plan))
        {
            yield return $"Apply {migration.UpPath} to a scratch copy of the schema, then take it "
                + $"back{(migration.DownPath is null ? "" : $" with {migration.DownPath}")}; the schema before and after must be equal.";
        }
    }

    private static IEnumerable<string> Reviewer(PlanTask task, Plan plan)
    {
        yield return $"REVIEW {task.Id} of {plan.Ticket.Key}: the whole change, against the words below.";
        var criteria = plan.Criteria.Items.Select(c => c.Id).Where(c => task.Satisfies.Contains(c, StringComparer.Ordinal)).ToList();
        if (criteria.Count > 0)
        {
            yield return $"Must hold, as implementation.md words it under Success metrics: {string.Join(", ", criteria)}.";
        }

        foreach (var risk in plan.Risks.Where(r => r.Tasks.Contains(task.Id, StringComparer.Ordinal)))
        {
            yield return $"{risk.Id} must be mitigated here as risks.md says: {risk.Title}";
        }

        foreach (var decision in plan.Decisions.Where(d => BearsOn(d.Decision, task, plan)))
        {
            yield return $"{decision.Decision.Id} stands on option {decision.Option} ({decision.Chosen.Title}); a change that builds another option is "
                + $"sent back.";
        }

        foreach (var endpoint in task.Endpoints)
        {
            yield return $"Compare {endpoint} with contracts/openapi.yaml, field by field and status by status.";
        }
    }

    /// <summary>What is decided for one story of an epic binds no other.</summary>
    private static bool BearsOn(Decision decision, PlanTask task, Plan plan)
    {
        var carrying = plan.Tasks.Where(t => t.Satisfies.Contains(decision.Id, StringComparer.Ordinal)).ToList();
        var stories = carrying.Select(t => t.Story).OfType<string>().ToList();
        return carrying.Contains(task)
            || (decision.Touches.Contains(task.Area, StringComparer.Ordinal) && (stories.Count == 0 || stories.Contains(task.Story, StringComparer.Ordinal)));
    }

    private static string Done(PlanTask task) => task.Verification.Count > 0
        ? $"{string.Join("; ", task.Verification)} succeeds, and every test named here is in it."
        : task.ManualVerification ?? "a person has looked.";

    private static string Pages(PlanTask task, Plan plan)
    {
        var own = plan.Panel.Named(task.Area).Page;
        var risks = plan.Risks.Where(r => r.Tasks.Contains(task.Id, StringComparer.Ordinal)).Select(r => r.Id).ToList();
        string?[] pages = [
            own,
            risks.Count > 0 ? $"risks.md under {string.Join(", ", risks)}" : null,
            $"{string.Join(", ", task.Satisfies)} in implementation.md and decisions.md",
        ];
        return string.Join("; ", pages.OfType<string>());
    }

    /// <summary>Existing files that show how it is done here: those that bear on the task's area and are not its own.</summary>
    private static IEnumerable<(string Path, string Why)> ToRead(PlanTask task, Plan plan)
    {
        var own = task.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var folders = own.Select(PathParts.FolderPrefix).ToHashSet(StringComparer.Ordinal);
        return plan.Grounding.Files
            .Where(f => !own.Contains(f.Path)
                && !f.Path.Contains(".down.", StringComparison.Ordinal)
                && (folders.Contains(PathParts.FolderPrefix(f.Path)) || task.Detail.Contains(f.Path, StringComparison.Ordinal)))
            .OrderByDescending(f => task.Detail.Contains(f.Path, StringComparison.Ordinal))
            .Select(f => (f.Path, f.Why)).Take(MostToRead);
    }

    private static string Hours(double hours) => hours.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
