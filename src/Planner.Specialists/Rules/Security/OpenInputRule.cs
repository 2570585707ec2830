using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Security;

/// <summary>What comes in and may do harm: texts without a bound, searches, files, addresses, markup.</summary>
internal sealed class OpenInputRule : IRule
{
    private static readonly Surface[] Catalogue =
    [
        new(
            "search",
            ["search", "sort by", "sorted by", "order by", "filter by"],
            "GET",
            "reaches the query as text, and a caller writes the query",
            "Sort and filter names come from a fixed list, values go as parameters; anything else is refused.",
            "Errors of the database's parser, which a correct request never causes."),
        new(
            "upload",
            ["upload", "uploads", "attachment", "attachments"],
            "POST",
            "takes a file that is too large, or of another kind than its name says",
            "Size and kind are checked by content before it is stored, its name is made here, and it is served as a download.",
            "Refused files per caller, and the storage used per day."),
        new(
            "address",
            ["webhook", "callback", "url", "link to an image"],
            "POST",
            "makes the server call an address of the caller's choice, also inside the network",
            "Only https, only addresses that resolve outside the own network, no redirects followed, a short time-out.",
            "Outgoing calls to private addresses in the proxy's log."),
        new(
            "markup",
            ["html", "markdown", "rich text", "template"],
            "POST",
            "stores markup that runs for whoever looks at it later",
            "Markup is cleaned by a fixed list of elements when it is shown, not when it is stored.",
            "A stored marker with a script element that a test opens in the page."),
    ];

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var endpoint in brief.Earlier.Endpoints.Where(e => e.Change == ChangeKind.Add))
        {
            Texts(brief, draft, endpoint);
        }

        foreach (var surface in Catalogue)
        {
            Surfaces(brief, draft, surface);
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

    private static void Surfaces(RuleContext brief, OpinionBuilder draft, Surface surface)
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
        draft.Raise(surface.Slug, new Risk
        {
            Id = "",
            Title = $"`{name}` ({criterion!.Id}) {surface.Harm}.",
            Probability = Level.Medium,
            Impact = Level.High,
            Owner = Ownership.Role(draft.Specialist),
            Mitigation = surface.Remedy,
            Tasks = brief.Earlier.Serving(name),
            Contingency = $"Close `{name}` until it is mended; what it let in is found by the time of the release.",
            Detection = surface.Sign,
        });
        draft.Summary.Add($"names what may come in through `{name}`");
    }

    private sealed record Surface(string Slug, IReadOnlyList<string> Signs, string Method, string Harm, string Remedy, string Sign);
}
