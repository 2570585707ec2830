using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;
using Planner.Specialists.Rules.Service;

namespace Planner.Specialists.Rules.Api;

/// <summary>Endpoints that the ticket asks for, shaped like their siblings.</summary>
internal sealed class NewEndpointsRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var endpoint in brief.Needs.Endpoints)
        {
            var sibling = Siblings.Of(endpoint, brief);
            draft.Api = draft.Api with { Endpoints = [.. draft.Api.Endpoints, Change(endpoint, sibling, brief)] };
            draft.Summary.Add($"adds `{endpoint.Text}`");
            if (sibling is not null)
            {
                draft.Cite(sibling.Place());
            }
            else
            {
                draft.Miss(brief, endpoint.Text, $"No endpoint was found beside which `{endpoint.Text}` could stand.");
            }
        }
    }

    private static EndpointChange Change(NewEndpoint endpoint, EndpointFact? sibling, RuleContext brief)
    {
        var planned = brief.Schema.For(endpoint);
        var known = planned is null ? Known(endpoint, brief) : null;
        var request = planned is null ? [] : Fields.Request(endpoint, planned, brief);
        var creates = planned is not null && Operations.Name(endpoint) == "Create";
        var table = planned?.Fact ?? known;
        return new EndpointChange
        {
            Method = endpoint.Method,
            Route = endpoint.Route,
            Change = brief.Grounding.Inventory.Endpoints.Contains(endpoint.Text, StringComparer.Ordinal) ? ChangeKind.Modify : ChangeKind.Add,
            File = Siblings.File(endpoint, brief) ?? EndpointTargets.WithoutSibling(endpoint, brief),
            Purpose = Purpose(endpoint, table, brief),
            Request = request,
            SuccessStatus = Answers.Success(endpoint, brief, creates),
            Response = endpoint.Method == "DELETE" || table is null ? [] : Fields.Response(table, planned?.Guards ?? []),
            ListsResponse = table is not null && Operations.Name(endpoint) == "List",
            Headers = StatedParts.Header(endpoint, brief) is { } header ? [header] : [],
            Errors = Answers.Errors(endpoint, brief, request.Count > 0),
            Authorization = Access.Authorization(endpoint, Siblings.Guarded(endpoint, sibling, brief), brief),
            DataClass = Access.DataClass(table?.Columns ?? []),
            Satisfies = Criteria(endpoint, brief),
        };
    }

    private static string Purpose(NewEndpoint endpoint, TableFact? table, RuleContext brief)
    {
        var about = Criteria(endpoint, brief).Select(id => brief.Criteria.First(c => c.Id == id)).FirstOrDefault();
        var what = table is null ? "" : Operations.Name(endpoint) switch
        {
            "Create" => $"Adds a row of `{table.FullName}`",
            "List" => $"Lists rows of `{table.FullName}`",
            "Get" => $"Returns one row of `{table.FullName}`",
            "Delete" => $"Deletes a row of `{table.FullName}`",
            "Update" => $"Changes a row of `{table.FullName}`",
            var verb => $"{verb}: moves a row of `{table.FullName}`",
        };
        return what.Length > 0 ? what + Header(endpoint, brief) + "." : about is null ? $"Serves `{endpoint.Text}`." : Words.Short(about.Text, 160) + ".";
    }

    private static string Header(NewEndpoint endpoint, RuleContext brief) =>
        StatedParts.Header(endpoint, brief) is { } header ? $"; takes the header `{header}`, so that a repeated request changes nothing" : "";

    /// <summary>The existing table that the last resource of the route names.</summary>
    private static TableFact? Known(NewEndpoint endpoint, RuleContext brief) => endpoint.Segments.Reverse()
        .Select(s => brief.Grounding.Tables.FirstOrDefault(t => t.Name == s.Replace('-', '_')))
        .FirstOrDefault(t => t is not null);

    private static IReadOnlyList<string> Criteria(NewEndpoint endpoint, RuleContext brief)
    {
        var naming = brief.Claims.For(SpecialistNames.Api).Where(c => Words.NamesRoute(c.Text, endpoint.Text)).Select(c => c.Id).ToList();
        return naming.Count > 0 ? naming : brief.Claims.About(SpecialistNames.Api, string.Join(' ', endpoint.Segments) + " " + Operations.Name(endpoint));
    }
}
