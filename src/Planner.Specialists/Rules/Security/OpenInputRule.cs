using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Security;

/// <summary>What comes in and may do harm: texts without a bound, searches, files, addresses, markup.</summary>
internal sealed class OpenInputRule : IRule
{
    private static readonly RiskTemplate Search = RiskTemplate.Of("search", typeof(Facts));
    private static readonly RiskTemplate Upload = RiskTemplate.Of("upload", typeof(Facts));
    private static readonly RiskTemplate Address = RiskTemplate.Of("address", typeof(Facts));
    private static readonly RiskTemplate Markup = RiskTemplate.Of("markup", typeof(Facts));

    private static readonly Surface[] Surfaces =
    [
        new(Search, "GET", Lexicon.Words("security", "search")),
        new(Upload, "POST", Lexicon.Words("security", "upload")),
        new(Address, "POST", Lexicon.Words("security", "address")),
        new(Markup, "POST", Lexicon.Words("security", "markup")),
    ];

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var endpoint in brief.Earlier.Endpoints.Where(e => e.Change == ChangeKind.Add))
        {
            Texts(brief, draft, endpoint);
        }

        foreach (var surface in Surfaces)
        {
            Raise(brief, draft, surface);
        }
    }

    private static void Texts(RuleContext brief, OpinionBuilder draft, EndpointChange endpoint)
    {
        var open = endpoint.Request.Where(f => f is { Type: "string", Format: null, Rule: "" or "may be absent" }).Select(f => f.Name).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var (name, fields) = (Refusals.Name(endpoint), Words.List(open.Select(f => $"`{f}`")));
        draft.Cite(EntryPoints.Of(endpoint, brief));
        draft.Ask(
            brief,
            TopicKey.Of(TopicKind.Limit, [name, .. open, "length"]),
            $"How long may {fields} of `{name}` be?",
            brief.Asker,
            blocking: false,
            "2,000 characters; more is refused with 400.",
            SpecialistNames.Api,
            SpecialistNames.Security);
        Refusals.Add(
            brief,
            draft,
            endpoint,
            $"{name}-long-text",
            $"`{name}` refuses {fields} beyond the bound with 400 and keeps quotes and angle brackets as they are sent",
            Refusals.Criteria(brief, endpoint, open));
        draft.Summary.Add($"bounds {fields} of `{name}`");
    }

    private static void Raise(RuleContext brief, OpinionBuilder draft, Surface surface)
    {
        var criterion = brief.Criteria.FirstOrDefault(c => Words.Any(c.Text, surface.Signs));
        var endpoint = criterion is null
            ? null
            : brief.Earlier.Endpoints.FirstOrDefault(e => e.Method == surface.Method && e.Satisfies.Contains(criterion.Id, StringComparer.Ordinal));
        if (endpoint is null)
        {
            return;
        }

        var name = Refusals.Name(endpoint);
        draft.Cite(EntryPoints.Of(endpoint, brief));
        draft.Raise(
            surface.Entry.Key,
            surface.Entry.Raise(new Facts(name, criterion!.Id), Ownership.Role(draft.Specialist), brief.Earlier.Serving(name)));
        draft.Summary.Add($"names what may come in through `{name}`");
    }

    private sealed record Surface(RiskTemplate Entry, string Method, IReadOnlyList<string> Signs);

    private sealed record Facts(string Endpoint, string Criterion);
}
