using Planner.Core.Opinions;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Api;

/// <summary>The work: the contract first, then the handlers of a file together, as two people cannot change one file at once.</summary>
internal sealed class EndpointWorkRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var document = Contracts.For(brief, draft.Api.Endpoints);
        draft.Api = draft.Api with { OpenApiDocument = document };
        var altered = draft.Api.Endpoints.Where(Alters).ToList();
        var contract = document is not null && altered.Count > 0 ? Contract(brief, draft, document, altered) : null;
        foreach (var file in draft.Api.Endpoints.GroupBy(e => e.File, StringComparer.Ordinal))
        {
            Handlers(brief, draft, file.Key, [.. file], contract);
        }

        Leftovers(brief, draft);
    }

    /// <summary>True where callers see another shape: a new route, other fields, an error that a criterion states.</summary>
    private static bool Alters(EndpointChange endpoint) =>
        endpoint.Change != ChangeKind.Modify
            || endpoint.Request.Count + endpoint.Response.Count > 0
            || endpoint.Errors.Any(e => endpoint.Satisfies.Any(s => e.When.StartsWith(s + ":", StringComparison.Ordinal)));

    private static string Contract(RuleContext brief, OpinionBuilder draft, string document, List<EndpointChange> endpoints) =>
        draft.Do(brief, new Work(
            "describe-contract",
            $"Describe {Names(endpoints)} in `{document}`",
            "Routes, bodies, errors and security as designed; the handlers are compared with it in review.",
            TaskSize.S)
        {
            Satisfies = [.. endpoints.SelectMany(e => e.Satisfies)],
            Paths = [document],
            Manual = "Open the document in an OpenAPI viewer and compare each new route with the design; no command of this repository checks the document.",
        });

    private static void Handlers(RuleContext brief, OpinionBuilder draft, string file, List<EndpointChange> endpoints, string? contract)
    {
        var criteria = endpoints.SelectMany(e => e.Satisfies).Distinct(StringComparer.Ordinal).ToList();
        var isTwice = draft.Api.Endpoints.Any(e => e.File != file && endpoints.Exists(o => o.Method == e.Method && o.Route == e.Route));
        var where = isTwice ? $" in `{PathParts.Name(file)}`" : "";
        var task = draft.Do(brief, new Work(
            $"serve-{PathParts.Name(file)}",
            $"Serve {Names(endpoints)}{where}",
            Detail(endpoints) + Flags.Words(brief),
            Efforts.For(1 + endpoints.Count, criteria.Count))
        {
            Satisfies = criteria,
            Paths = [file, .. Flags.Paths(brief, file)],
            Endpoints = [.. endpoints.Select(e => $"{e.Method} {e.Route}")],
            DependsOn = [.. contract is null ? Array.Empty<string>() : [contract], .. ServiceTasks(brief, criteria)],
        });
        foreach (var endpoint in endpoints)
        {
            Prove(brief, draft, endpoint, task);
        }
    }

    private static string Detail(List<EndpointChange> endpoints) =>
        $"{(endpoints[0].Change == ChangeKind.Add ? "A thin handler that calls the service" : "Only what the criteria ask; answers that callers know stay")}. "
            + $"Authorization: {endpoints[0].Authorization}";

    /// <summary>Success, refusal, and each error that a criterion states.</summary>
    private static void Prove(RuleContext brief, OpinionBuilder draft, EndpointChange endpoint, string task)
    {
        var name = $"{endpoint.Method} {endpoint.Route}";
        var type = PathParts.Name(endpoint.File).Replace(".cs", "", StringComparison.Ordinal);
        var file = TestFiles.Of(brief, type, endpoint.File, [.. brief.Grounding.Tests.Where(t => IsApi(t.File)).Select(t => t.Subject)]);
        Show(
            TestAspects.Success,
            endpoint.SuccessStatus,
            "success",
            $"`{name}` answers {endpoint.SuccessStatus}{(endpoint.Response.Count > 0
                ? $" with {Words.List(endpoint.Response.Take(4).Select(f => $"`{f.Name}`"))}"
                : "")}",
            endpoint.Satisfies);
        Show(TestAspects.Refusal, null, "stranger", $"`{name}` refuses a caller who is not signed in, and one who may not see the row", endpoint.Satisfies);
        foreach (var error in endpoint.Errors.Where(e => e.Status is not (401 or 403)))
        {
            var covers = endpoint.Satisfies.Where(s => error.When.StartsWith(s + ":", StringComparison.Ordinal)).ToList();
            var own = error.When.Split(':')[0];
            IReadOnlyList<string> stated = brief.Criteria.Any(c => c.Id == own) ? [own] : covers.Count > 0 ? covers : endpoint.Satisfies;
            Show(TestAspects.Error, error.Status, $"{error.Status}", $"`{name}` answers {error.Status} `{error.Code}`: {Clauses.Of(error.When, 120)}", stated);
        }

        void Show(TestAspects aspects, int? status, string slug, string title, IReadOnlyList<string> covers)
        {
            draft.Prove(brief, $"{name}-{slug}", title, covers, TestKind.Integration, task, file);
            draft.Tests[^1] = draft.Tests[^1] with { Endpoint = name, Aspects = aspects, Status = status };
        }
    }

    /// <summary>Criteria of this specialist that no endpoint took: they join the first piece of work.</summary>
    private static void Leftovers(RuleContext brief, OpinionBuilder draft)
    {
        var taken = draft.Tasks.SelectMany(t => t.Satisfies).ToHashSet(StringComparer.Ordinal);
        var tested = draft.Tests.SelectMany(t => t.Covers).ToHashSet(StringComparer.Ordinal);
        foreach (var criterion in brief.Claims.For(SpecialistNames.Api).Where(c => !taken.Contains(c.Id) || !tested.Contains(c.Id)))
        {
            Join(brief, draft, criterion);
        }
    }

    private static void Join(RuleContext brief, OpinionBuilder draft, AcceptanceCriterion criterion)
    {
        var at = draft.Tasks.FindIndex(t => t.Endpoints.Count > 0);
        if (at < 0)
        {
            draft.Miss(brief, criterion.Id, $"No endpoint was found that {criterion.Id} speaks of.", criterion.Id);
            draft.Ask(
                brief,
                TopicKey.Of(TopicKind.Placement, criterion.Id, "endpoint"),
                $"Which endpoint does {criterion.Id} concern: \"{Words.Short(criterion.Text)}\"?",
                brief.Asker,
                blocking: false,
                "The one that a first look at the code suggests.",
                SpecialistNames.Api);
            var id = draft.Do(brief, new Work(
                $"find-endpoint-{criterion.Id}",
                $"Find the endpoint that {criterion.Id} speaks of and change it",
                Words.Short(criterion.Text, 200),
                TaskSize.S)
            { Satisfies = [criterion.Id], Manual = "Which command proves it depends on where it is built." });
            draft.Prove(brief, criterion.Id, $"A person sees that this holds: {Clauses.Of(criterion.Text)}", [criterion.Id], TestKind.Manual, id, null);
            return;
        }

        var task = draft.Tasks[at];
        draft.Tasks[at] = task with { Satisfies = [.. task.Satisfies.Append(criterion.Id).Distinct(StringComparer.Ordinal)] };
        if (draft.Tests.Exists(t => t.Covers.Contains(criterion.Id, StringComparer.Ordinal)))
        {
            return;
        }

        var near = draft.Tests.First(t => t.Task == task.Id);
        draft.Prove(brief, criterion.Id, $"Over HTTP: {Clauses.Of(criterion.Text)}", [criterion.Id], TestKind.Integration, task.Id, near.File);
    }

    private static IEnumerable<string> ServiceTasks(RuleContext brief, List<string> criteria)
    {
        var service = brief.Consultation.BuildsOn.FirstOrDefault(o => o.Specialist == SpecialistNames.Service)?.Tasks ?? [];
        var near = service.Where(t => t.Satisfies.Any(criteria.Contains)).Select(t => t.Id).ToList();
        return near.Count > 0 ? near : service.Select(t => t.Id);
    }

    private static bool IsApi(string file) =>
        Words.Any(file, "api", "endpoints", "controllers", "integration") || file.Contains("Api", StringComparison.Ordinal);

    private static string Names(IReadOnlyList<EndpointChange> endpoints) => Words.List(endpoints.Select(e => $"`{e.Method} {e.Route}`"));
}
