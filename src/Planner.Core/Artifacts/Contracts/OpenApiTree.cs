using System.Globalization;
using System.Text.Json.Nodes;
using Planner.Core.Artifacts.Documents;
using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Contracts;

/// <summary>The OpenAPI 3.0 document of the endpoints that a plan adds or changes.</summary>
internal sealed class OpenApiTree(Plan plan, ApiDesign design)
{
    private const string Problem = "Problem";

    private readonly JsonObject schemas = [];
    private readonly RouteParameters parameters = new(plan, design);
    private readonly (string Name, JsonObject Scheme)? scheme = SecuritySchemes.Of(plan, design);

    public JsonObject Build()
    {
        var paths = new JsonObject();
        foreach (var (endpoint, id) in design.Endpoints.Zip(OperationIds.Of(design.Endpoints)))
        {
            paths[endpoint.Route] ??= new JsonObject();
            paths[endpoint.Route]![endpoint.Method.ToLowerInvariant()] = Operation(endpoint, id);
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject
            {
                ["title"] = MarkdownEscape.OneLine($"{plan.Ticket.Key}: {plan.Ticket.Summary}"),
                ["version"] = plan.Ticket.Key,
                ["description"] = Scope(),
            },
            ["paths"] = paths,
            ["components"] = Components(),
        };
    }

    private string Scope() => design.OpenApiDocument is { } document
        ? $"Only what {plan.Ticket.Key} adds or changes, to be merged into {document}."
        : $"Only what {plan.Ticket.Key} adds or changes; the repository holds no contract that it could be merged into.";

    private JsonObject Components()
    {
        if (design.Endpoints.Any(e => e.Errors.Count > 0))
        {
            schemas[Problem] = ProblemSchema();
        }

        var components = new JsonObject { ["schemas"] = schemas };
        if (this.scheme is { } scheme && design.Endpoints.Any(SecuritySchemes.IsGuarded))
        {
            components["securitySchemes"] = new JsonObject { [scheme.Name] = scheme.Scheme };
        }

        return components;
    }

    private JsonObject Operation(EndpointChange endpoint, string id)
    {
        var operation =
            new JsonObject { ["operationId"] = id, ["summary"] = MarkdownEscape.OneLine(endpoint.Purpose.Replace("`", "", StringComparison.Ordinal)) };
        var own = parameters.Of(endpoint).ToArray();
        if (own.Length > 0)
        {
            operation["parameters"] = new JsonArray(own);
        }

        if (RouteParameters.HasBody(endpoint) && endpoint.Request.Count > 0)
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = Json("application/json", Schema($"{Upper(id)}Request", endpoint.Request), ExampleBody.Tree(endpoint.Request)),
            };
        }

        operation["responses"] = Responses(endpoint, id);
        if (this.scheme is { } scheme && SecuritySchemes.IsGuarded(endpoint))
        {
            operation["security"] = new JsonArray(new JsonObject { [scheme.Name] = new JsonArray() });
        }

        operation["x-change"] = StatusWords.Of(endpoint.Change);
        operation["x-authorization"] = MarkdownEscape.OneLine(endpoint.Authorization);
        operation["x-satisfies"] = new JsonArray([.. endpoint.Satisfies.Select(s => JsonValue.Create(s))]);
        return operation;
    }

    private JsonObject Responses(EndpointChange endpoint, string id)
    {
        var responses = new JsonObject { [Key(endpoint.SuccessStatus)] = Success(endpoint, id) };
        foreach (var status in endpoint.Errors.GroupBy(e => e.Status).OrderBy(g => g.Key))
        {
            responses[Key(status.Key)] = new JsonObject
            {
                ["description"] = MarkdownEscape.OneLine(string.Join("; ", status.Select(e => e.When))),
                ["content"] = Json("application/problem+json", Reference(Problem), ExampleBody.ProblemTree(status.First())),
            };
        }

        return responses;
    }

    private JsonObject Success(EndpointChange endpoint, string id)
    {
        var changed = endpoint.Change == ChangeKind.Modify;
        var response = new JsonObject
        {
            ["description"] = changed
            ? "As today, with the fields that are added or changed."
            : endpoint.Response.Count > 0 ? "It was done." : "It was done; there is no body."
        };
        if (endpoint.Response.Count > 0)
        {
            var schema = Schema(changed ? $"{Upper(id)}Change" : OperationIds.Resource(endpoint.Route), endpoint.Response, $"{Upper(id)}Response");
            var example = ExampleBody.Tree(endpoint.Response);
            response["content"] = endpoint.ListsResponse
                ? Json("application/json", new JsonObject { ["type"] = "array", ["items"] = schema }, new JsonArray(example))
                : Json("application/json", schema, example);
        }

        return response;
    }

    private static JsonObject Json(string type, JsonObject schema, JsonNode example) =>
        new() { [type] = new JsonObject { ["schema"] = schema, ["example"] = example } };

    /// <summary>A reference to the schema of that name; where other fields have taken the name, the second name is used.</summary>
    private JsonObject Schema(string name, IReadOnlyList<ApiField> fields, string? second = null)
    {
        var schema = FieldSchema.Of(fields);
        var free = !schemas.TryGetPropertyValue(name, out var known) || JsonNode.DeepEquals(known, schema) ? name : second ?? name + "2";
        schemas[free] = schema;
        return Reference(free);
    }

    private static JsonObject Reference(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };

    private static JsonObject ProblemSchema() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("type", "title", "status"),
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string", ["format"] = "uri" },
            ["title"] = new JsonObject { ["type"] = "string" },
            ["status"] = new JsonObject { ["type"] = "integer", ["format"] = "int32" },
            ["detail"] = new JsonObject { ["type"] = "string" },
            ["instance"] = new JsonObject { ["type"] = "string" },
        },
    };

    private static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static string Upper(string id) => char.ToUpperInvariant(id[0]) + id[1..];
}

/// <summary>Renders <c>contracts/openapi.yaml</c>.</summary>
internal sealed class OpenApiRecord : IArtifactRenderer
{
    public const string File = "contracts/openapi.yaml";

    public string Path => File;

    public string? NotApplicable(Plan plan) => RightSize.NothingFrom(plan, SpecialistRole.Endpoints, o => o.Design<ApiDesign>() is { Endpoints.Count: > 0 });

    public string Render(Plan plan) => YamlText.Of(new OpenApiTree(plan, SpecialistPage.Of(plan, SpecialistRole.Endpoints).Design<ApiDesign>()!).Build());
}
