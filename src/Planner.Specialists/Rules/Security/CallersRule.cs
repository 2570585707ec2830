using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Api;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Security;

/// <summary>New endpoints of which neither the ticket nor the code beside them says who may call.</summary>
internal sealed class CallersRule : IRule
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("open-endpoint", typeof(Facts));

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var open = brief.Earlier.Endpoints
            .Where(e => e.Change == ChangeKind.Add && !Access.IsStated(e.Method, brief) && Access.Guard(e.File, brief) is null)
            .ToList();
        foreach (var file in open.GroupBy(e => e.File, StringComparer.Ordinal))
        {
            Ask(brief, draft, [.. file]);
        }
    }

    private static void Ask(RuleContext brief, OpinionBuilder draft, List<EndpointChange> endpoints)
    {
        var names = Words.List(endpoints.Select(e => $"`{Refusals.Name(e)}`"));
        var place = EntryPoints.Of(endpoints[0], brief);
        draft.Cite(place);
        draft.Ask(
            brief,
            TopicKey.Of(TopicKind.Access, endpoints.Select(Refusals.Name)),
            $"Who may call {names}?",
            brief.Asker,
            blocking: false,
            "Any signed-in caller, and only for what is theirs.",
            SpecialistNames.Api,
            SpecialistNames.Security);
        draft.Reservations.Add(
            $"the ticket does not say who may call {names}, and {(place.Length == 0 ? "its file is new" : $"no policy is named beside it ({place})")}");
        draft.Raise(
            Entry.Key,
            Entry.Raise(
                new Facts(names, endpoints.Count == 1),
                Ownership.Role(draft.Specialist),
                endpoints.SelectMany(e => brief.Earlier.Serving(Refusals.Name(e))).Distinct(StringComparer.Ordinal)));
        draft.Summary.Add($"asks who may call {names}");
    }

    private sealed record Facts(string Endpoints, bool One);
}
