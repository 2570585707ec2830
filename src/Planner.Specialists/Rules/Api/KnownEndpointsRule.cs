using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Api;

/// <summary>Endpoints that are there and that the ticket changes: new fields, new answers.</summary>
internal sealed class KnownEndpointsRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var endpoint in Changed(brief))
        {
            draft.Api = draft.Api with { Endpoints = [.. draft.Api.Endpoints, Change(endpoint, brief)] };
            draft.Cite(endpoint.Place());
            draft.Summary.Add($"changes `{endpoint.Method} {endpoint.Route}`");
        }
    }

    /// <summary>Named ones; where the ticket names none and asks for none, the one that its criteria speak of most.</summary>
    private static IReadOnlyList<EndpointFact> Changed(RuleContext brief)
    {
        if (brief.Needs.KnownEndpoints.Count > 0)
        {
            return [.. brief.Needs.KnownEndpoints.Where(k => !brief.Needs.Endpoints.Any(e => e.Text == $"{k.Method} {k.Route}") && IsClaimed(k, brief))];
        }

        var text = string.Join('\n', brief.Claims.For(SpecialistNames.Api).Select(c => c.Text)) + "\n" + brief.Ticket.Summary;
        var asked = AskedOperations.Present(brief.Grounding, brief.Claims.For(SpecialistNames.Api));
        return brief.Needs.Endpoints.Count + asked.Count > 0
            ? asked
            : [.. brief.Grounding.Endpoints.Where(e => Words.Overlap(e.Route + " " + e.Handler, text) > 0)
                .OrderByDescending(e => Words.Overlap(e.Route + " " + e.Handler, text))
                .Take(1)];
    }

    /// <summary>A route that is only mentioned as background does not change.</summary>
    private static bool IsClaimed(EndpointFact endpoint, RuleContext brief) =>
        brief.Claims.For(SpecialistNames.Api).Any(c => Words.NamesRoute(c.Text, $"{endpoint.Method} {endpoint.Route}"))
            || StatedParts.Fields(endpoint, brief).Count > 0
            || brief.Needs.Endpoints.Count == 0;

    private static EndpointChange Change(EndpointFact endpoint, RuleContext brief)
    {
        var asked = new NewEndpoint(endpoint.Method, endpoint.Route);
        var added = brief.Schema.Columns.Where(c => asked.Segments.Any(s => Words.Singular(s.Replace('-', '_')) == Words.Singular(c.Table.Name))).ToList();
        var stated = StatedParts.Fields(endpoint, brief);
        var fields = stated.Count > 0 ? [.. stated] : added.SelectMany(c => c.Columns.Select(n => Fields.Of(n, c.Guards))).ToList();
        var criteria = brief.Claims.For(SpecialistNames.Api).Where(c => Words.NamesRoute(c.Text, endpoint.Route)).Select(c => c.Id).ToList();
        criteria = criteria.Count > 0
            ? criteria
            : [.. brief.Claims.About(SpecialistNames.Api, endpoint.Route + " " + string.Join(' ', fields.Select(f => f.Name)))];
        return new EndpointChange
        {
            Method = endpoint.Method,
            Route = endpoint.Route,
            Change = ChangeKind.Modify,
            File = endpoint.File,
            Purpose = stated.Count > 0
                ? $"The answer gets {Words.List(stated.Select(f => $"`{f.Name}`"))}; what callers know stays."
                : Words.Short(brief.Criteria.First(c => c.Id == criteria[0]).Text, 160) + ".",
            Request = endpoint.Method is "POST" or "PUT" or "PATCH" ? fields : [],
            SuccessStatus = Answers.Success(asked, brief, creates: false),
            Response = fields,
            Errors = Answers.Errors(asked, brief, fields.Count > 0 && endpoint.Method is not "GET"),
            Authorization = Access.Unchanged(endpoint),
            DataClass = Access.DataClass([.. added.SelectMany(c => c.Columns)]),
            Satisfies = criteria,
        };
    }
}
