using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Testing;

/// <summary>Criteria about the whole that only tests of parts would show: one test each, through all parts.</summary>
internal sealed class EndToEndTestsRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var tests = brief.Earlier.Tests;
        draft.Looked = $"{tests.Count} planned tests were held against {brief.Criteria.Count} {(brief.Criteria.Count == 1 ? "criterion" : "criteria")}.";
        draft.Cite([.. brief.Grounding.Projects.Where(p => p.IsTest).Select(p => p.Path)]);
        var open = brief.Criteria.Where(c => Gaps.IsOpen(c, brief)).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var file = Place(brief);
        var task = draft.Do(brief, Work(brief, open, file));
        foreach (var criterion in open)
        {
            var how = Gaps.IsConcurrent(criterion) ? "Through all parts, callers released together by a barrier" : "Through all parts";
            draft.Prove(
                brief,
                $"whole-{criterion.Id}",
                $"{how}: {Clauses.Of(Core(criterion.Text), 200)}",
                [criterion.Id],
                file is null ? TestKind.Manual : TestKind.Integration,
                task,
                file);
        }

        draft.Summary.Add($"tests {Words.Ids(open.Select(c => c.Id))} end to end");
    }

    private static Work Work(RuleContext brief, List<AcceptanceCriterion> open, string? file)
    {
        var ids = Words.Ids(open.Select(c => c.Id));
        var concurrent = open.Where(Gaps.IsConcurrent).Select(c => c.Id).ToList();
        var held = concurrent.Count == 0 ? "" : $" {Words.List(concurrent)} rests on locks and constraints, which a fake in memory does not have.";
        return new Work(
            "whole",
            $"Test {ids} end to end, with a real database",
            $"The planned tests show {ids} in single types only.{held} The outside is replaced, nothing else.",
            open.Count > 2 ? TaskSize.M : TaskSize.S)
        {
            Satisfies = [.. open.Select(c => c.Id)],
            Paths = file is null ? [] : [file],
            DependsOn = [.. open.SelectMany(c => Last(c, brief)).Distinct(StringComparer.Ordinal)],
            Manual = file is null ? "No test project was found; a person goes through the steps on a test environment." : null,
        };
    }

    /// <summary>From "when" on: what is given is set up, what follows is shown.</summary>
    private static string Core(string text) => text.IndexOf(", when ", StringComparison.OrdinalIgnoreCase) is var at and > 0 ? text[(at + 2)..] : text;

    private static IEnumerable<string> Last(AcceptanceCriterion criterion, RuleContext brief)
    {
        var tasks = brief.Earlier.Tasks.Where(t => t.Satisfies.Contains(criterion.Id, StringComparer.Ordinal)
            && t.Area is SpecialistNames.Service or SpecialistNames.Api or SpecialistNames.Etl).ToList();
        return tasks.Where(t => t.Area == tasks[^1].Area).Select(t => t.Id);
    }

    /// <summary>In the test project that knows a database, else beside the tests of an endpoint, else beside any planned test.</summary>
    private static string? Place(RuleContext brief)
    {
        var project = brief.Grounding.Projects.FirstOrDefault(RealDatabaseRule.KnowsDatabase)?.Path;
        var beside = brief.Earlier.Endpoints.Select(e => brief.Earlier.TestFile($"{e.Method} {e.Route}")).FirstOrDefault(f => f is not null)
            ?? brief.Earlier.Tests.FirstOrDefault(t => t.File is not null)?.File;
        return (project ?? beside) is { } near ? Files.Beside(near, $"{Subject(brief)}FlowTests.cs") : null;
    }

    private static string Subject(RuleContext brief) =>
        brief.Needs.Endpoints.Where(e => e.Segments.Count > 0).Select(e => Words.Pascal(Words.Singular(e.Segments[^1]))).FirstOrDefault()
        ?? brief.Needs.Tables.Select(t => t.Entity).FirstOrDefault()
        ?? brief.Earlier.Services.Select(s => s.Type).FirstOrDefault(t => !t.StartsWith('I')) ?? "Whole";
}
