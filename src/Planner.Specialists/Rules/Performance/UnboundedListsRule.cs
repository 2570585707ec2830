using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;
using Planner.Specialists.Rules.Security;
using Planner.Specialists.Rules.Service;

namespace Planner.Specialists.Rules.Performance;

/// <summary>New lists of a whole table without a stated bound.</summary>
internal sealed class UnboundedListsRule : IRule
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("unbounded-list", typeof(Facts));
    private static readonly string[] Bound = Lexicon.Words("performance", "bound");

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var endpoint in brief.Earlier.Endpoints.Where(e => e is { Method: "GET", Change: ChangeKind.Add }
            && !e.Route.Contains('{', StringComparison.Ordinal)
            && e.Response.Count > 0))
        {
            var lines = brief.LinesWith(Bound).Any(l => Words.NamesRoute(l, endpoint.Route));
            if (!lines && Operations.Name(new NewEndpoint(endpoint.Method, endpoint.Route)) == "List")
            {
                Raise(brief, draft, endpoint);
            }
        }
    }

    private static void Raise(RuleContext brief, OpinionBuilder draft, EndpointChange endpoint)
    {
        var name = Refusals.Name(endpoint);
        draft.Cite(EntryPoints.Of(endpoint, brief));
        draft.Ask(
            brief,
            TopicKey.Of(TopicKind.Limit, name, "rows"),
            $"How many rows does `{name}` return at most?",
            brief.Asker,
            blocking: false,
            "100, with a cursor for those that follow.",
            SpecialistNames.Api,
            draft.Specialist);
        var risk = draft.Raise(
            $"unbounded-{endpoint.Route}", Entry.Raise(new Facts(name), Ownership.Role(draft.Specialist), brief.Earlier.Serving(name)));
        draft.Heat(new HotPath(
            name,
            null,
            [],
            endpoint.File,
            risk,
            draft.Questions.Find(q => q.Id.StartsWith(draft.Specialist + "/ask-page-", StringComparison.Ordinal)
                && q.Text.Contains($"`{name}`", StringComparison.Ordinal))?.Id));
        draft.Summary.Add($"asks for the bound of `{name}`");
    }

    private sealed record Facts(string Endpoint);
}
