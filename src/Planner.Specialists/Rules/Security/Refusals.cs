using Planner.Core.Opinions;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Security;

/// <summary>Tests of what an endpoint must refuse, gathered in one piece of work for each test file.</summary>
internal static class Refusals
{
    /// <summary>Adds a test and returns its task.</summary>
    public static string Add(RuleContext brief, OpinionBuilder draft, EndpointChange endpoint, string slug, string title, IReadOnlyList<string> covers)
    {
        var name = Name(endpoint);
        var file = brief.Earlier.TestFile(name);
        var task = Task(brief, draft, endpoint, file);
        var at = draft.Tasks.FindIndex(t => t.Id == task);
        draft.Tasks[at] = draft.Tasks[at] with { Satisfies = [.. draft.Tasks[at].Satisfies.Concat(covers).Distinct(StringComparer.Ordinal)] };
        draft.Prove(brief, slug, title, covers, file is null ? TestKind.Manual : TestKind.Integration, task, file);
        return task;
    }

    public static string Name(EndpointChange endpoint) => $"{endpoint.Method} {endpoint.Route}";

    /// <summary>Criteria that hold any of the words, else all that the endpoint serves.</summary>
    public static IReadOnlyList<string> Criteria(RuleContext brief, EndpointChange endpoint, params IReadOnlyList<string> words) =>
        brief.Criteria.Where(c => Words.Any(c.Text, words)).Select(c => c.Id).ToList() is { Count: > 0 } naming ? naming : endpoint.Satisfies;

    private static string Task(RuleContext brief, OpinionBuilder draft, EndpointChange endpoint, string? file)
    {
        var slug = $"attack-{(file is null ? endpoint.Route : PathParts.Name(file))}";
        var id = $"{draft.Specialist}/{Words.Slug(slug)}";
        return draft.Tasks.Exists(t => t.Id == id)
            ? id
            : draft.Do(brief, new Work(
                slug,
                $"Attack `{Name(endpoint)}` in tests as a caller would who means harm",
                "What the handler's own tests leave out: requests that are well formed and not honest. A test that passes at once is shown to fail with the "
                    + "check taken out.",
                TaskSize.S)
            {
                Paths = file is null ? [] : [file],
                Needs = [Resource.Endpoint(Name(endpoint))],
                Manual = file is null ? "No test project was found; the requests are sent by hand against a test environment." : null,
            });
    }
}
