using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>What the API specialist designs.</summary>
internal sealed class ApiChangesDocument : IArtifactRenderer
{
    private const SpecialistRole Role = SpecialistRole.Endpoints;

    public string Path => "API_CHANGES.md";

    public string? NotApplicable(Plan plan) => RightSize.NothingFrom(plan, Role, o => o.Design<ApiDesign>() is { Endpoints.Count: > 0 });

    public string Render(Plan plan)
    {
        var opinion = SpecialistPage.Of(plan, Role);
        var api = opinion.Design<ApiDesign>()!;
        var page = SpecialistPage.Start(plan, "API changes", opinion)
            .Table(
                ["Endpoint", "Change", "Handler", "Serves"],
                api.Endpoints.Select(e =>
                    new[] { Md.Code($"{e.Method} {e.Route}"), Md.Of($"{StatusWords.Of(e.Change)}"), Md.Code(e.File), Md.Words(e.Satisfies) }));
        if (api.OpenApiDocument is not null)
        {
            page.Say($"The contract {Md.Code(api.OpenApiDocument)} changes with these endpoints.");
        }

        foreach (var endpoint in api.Endpoints)
        {
            EndpointSection.Write(page, endpoint);
        }

        return page.End(plan, opinion).ToString();
    }
}

/// <summary>One endpoint: fields, examples, errors, who may call it.</summary>
internal static class EndpointSection
{
    public static void Write(MarkdownPage page, EndpointChange endpoint)
    {
        page.Heading(2, $"{Md.Code($"{endpoint.Method} {endpoint.Route}")}")
            .Say($"{endpoint.Purpose}")
            .Bullets([Md.Of($"Authorization: {endpoint.Authorization}"), Md.Of($"Data: {endpoint.DataClass}")]);
        Body(page, "Request", endpoint.Request);
        Body(page, $"Response {endpoint.SuccessStatus}{(endpoint.ListsResponse ? ", a list" : "")}", endpoint.Response, endpoint.ListsResponse);
        page.Table(["Status", "Code", "When"], endpoint.Errors.Select(e => new[] { Md.Of($"{e.Status}"), Md.Code(e.Code), Md.Of($"{e.When}") }));
        if (endpoint.Errors.Count > 0)
        {
            page.Code("json", ExampleBody.Problem(endpoint.Errors[0]));
        }
    }

    private static void Body(MarkdownPage page, string title, IReadOnlyList<ApiField> fields, bool list = false)
    {
        if (fields.Count == 0)
        {
            return;
        }

        page.Heading(3, $"{title}")
            .Table(
                ["Field", "Type", "Required", "Rule"],
                fields.Select(f => new[]
                {
                    Md.Code(f.Name),
                    Md.Code(f.Format is null ? f.Type : $"{f.Type}, {f.Format}"),
                    f.Required ? Md.Of($"yes") : Md.Of($"no"),
                    Md.Of($"{f.Rule}"),
                }))
            .Code("json", ExampleBody.Of(fields, list));
    }
}
