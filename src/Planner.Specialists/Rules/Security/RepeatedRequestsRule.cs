using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Security;

/// <summary>What a repeated or stolen request does, and how often one caller may ask.</summary>
internal sealed class RepeatedRequestsRule : IRule
{
    private static readonly RiskTemplate StolenKey = RiskTemplate.Of("stolen-key", typeof(KeyFacts));
    private static readonly RiskTemplate Repeated = RiskTemplate.Of("repeated", typeof(RepeatFacts));

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var endpoints = brief.Earlier.Endpoints;
        draft.Looked = endpoints.Count == 0
            ? ""
            : $"Callers, bodies, answers and repetition of {Words.List(endpoints.Select(e => $"`{Refusals.Name(e)}`"))} were looked at.";
        foreach (var endpoint in endpoints.Where(e => e is { Method: "POST", Change: ChangeKind.Add }))
        {
            draft.Cite(EntryPoints.Of(endpoint, brief));
            if (StatedParts.Header(new NewEndpoint(endpoint.Method, endpoint.Route), brief) is { } header)
            {
                Keyed(brief, draft, endpoint, header);
            }
            else if (brief.Schema.For(new NewEndpoint(endpoint.Method, endpoint.Route)) is not { Unique.Count: > 0 })
            {
                Unkeyed(brief, draft, endpoint);
            }

            Flood(brief, draft, endpoint);
        }
    }

    private static void Keyed(RuleContext brief, OpinionBuilder draft, EndpointChange endpoint, string header)
    {
        var name = Refusals.Name(endpoint);
        var criteria = Refusals.Criteria(brief, endpoint, header);
        var task = Refusals.Add(
            brief,
            draft,
            endpoint,
            $"{name}-stolen-key",
            $"`{name}` with the `{header}` of somebody else's request shows nothing of that request and changes nothing",
            criteria);
        Refusals.Add(brief, draft, endpoint, $"{name}-changed-body", $"`{name}` with a known `{header}` and another body stores nothing new", criteria);
        draft.Raise(
            StolenKey.Key,
            StolenKey.Raise(new KeyFacts(name, header), Ownership.Role(draft.Specialist), [task, .. brief.Earlier.Serving(name)]));
        draft.Ask(
            brief,
            TopicKey.Of(TopicKind.Repetition, name, header),
            $"What does `{name}` answer when a known `{header}` comes with another body?",
            brief.Asker,
            blocking: false,
            "It is refused with 409 and changes nothing, as the caller has mixed up two requests.",
            SpecialistNames.Api,
            SpecialistNames.Security);
        draft.Summary.Add($"binds `{header}` to its caller");
    }

    private static void Unkeyed(RuleContext brief, OpinionBuilder draft, EndpointChange endpoint)
    {
        var name = Refusals.Name(endpoint);
        draft.Raise(Repeated.Key, Repeated.Raise(new RepeatFacts(name), Ownership.Role(draft.Specialist), brief.Earlier.Serving(name)));
        draft.Summary.Add($"names what a repeated `{name}` does");
    }

    /// <summary>A request that goes outside or moves money is worth flooding.</summary>
    private static void Flood(RuleContext brief, OpinionBuilder draft, EndpointChange endpoint)
    {
        var costs = brief.Earlier.Services.FirstOrDefault(s => Outside.Is(s.Type));
        var limited =
            brief.Grounding.Types.Any(t => t.Name.Contains("RateLimit", StringComparison.Ordinal) || t.Name.Contains("Throttl", StringComparison.Ordinal));
        if (costs is null || limited || brief.LinesWith("429", "rate limit", "per caller", "per user", "per customer").Any())
        {
            return;
        }

        draft.Ask(
            brief,
            TopicKey.Of(TopicKind.Limit, Refusals.Name(endpoint), "rate"),
            $"How often may one caller send `{Refusals.Name(endpoint)}`?",
            brief.Asker,
            blocking: false,
            $"As often as any other endpoint here, which is without a limit: no limiter was found, and each call may reach `{costs.Type}`.",
            SpecialistNames.Api,
            SpecialistNames.Security);
    }

    private sealed record KeyFacts(string Endpoint, string Header);

    private sealed record RepeatFacts(string Endpoint);
}
