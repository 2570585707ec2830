using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Planner.Core.Artifacts.Contracts;

namespace Planner.Core.Review.Reading;

/// <summary>What is wrong with a contract.</summary>
internal sealed record ContractComplaint(string Code, string Id, string Message);

/// <summary>An operation of a contract.</summary>
internal sealed record ContractOperation(string Endpoint, string Route, JsonObject Body);

/// <summary>An OpenAPI 3 document as a check reads it: what the specification demands of the parts that such a contract uses.</summary>
internal sealed partial class OpenApiReading
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "array", "object"];

    private readonly JsonObject _document;

    public OpenApiReading(JsonObject document)
    {
        _document = document;
        Operations = [.. Map(document["paths"]).SelectMany(p => Map(p.Value)
            .Where(o => Methods.Contains(o.Key, StringComparer.Ordinal) && o.Value is JsonObject)
            .Select(o => new ContractOperation($"{o.Key.ToUpperInvariant()} {p.Key}", p.Key, (JsonObject)o.Value!)))];
        References = [.. Objects(document).Select(o => Text(o["$ref"])).OfType<string>()];
    }

    public IReadOnlyList<ContractOperation> Operations { get; }

    public IReadOnlyList<string> References { get; }

    public IEnumerable<ContractComplaint> Complaints() =>
        Head().Concat(Paths()).Concat(Names()).Concat(Operations.SelectMany(Operation)).Concat(Unresolved()).Concat(Schemas());

    private IEnumerable<ContractComplaint> Head()
    {
        if (Text(_document["openapi"])?.StartsWith("3.", StringComparison.Ordinal) != true)
        {
            yield return new("version", "", "The contract does not say that it is OpenAPI 3.");
        }

        if (_document["info"] is not JsonObject info || Text(info["title"]) is null || Text(info["version"]) is null)
        {
            yield return new("info", "", "The contract lacks its title or version.");
        }
    }

    private IEnumerable<ContractComplaint> Paths()
    {
        if (Operations.Count == 0)
        {
            yield return new("paths", "", "The contract holds no operation.");
        }

        foreach (var path in Map(_document["paths"]).Select(p => p.Key).Where(p => !p.StartsWith('/')))
        {
            yield return new("paths", path, $"The path {path} does not begin with a slash.");
        }

        foreach (var same in Map(_document["paths"]).GroupBy(p => Parameter().Replace(p.Key, "{}"), StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return new("paths", same.Last().Key, $"{string.Join(" and ", same.Select(p => p.Key))} are the same path.");
        }
    }

    private IEnumerable<ContractComplaint> Names()
    {
        foreach (var unnamed in Operations.Where(o => string.IsNullOrWhiteSpace(Text(o.Body["operationId"]))))
        {
            yield return new("operation-id", unnamed.Endpoint, $"{unnamed.Endpoint} has no operationId.");
        }

        foreach (var twice in Operations.GroupBy(o => Text(o.Body["operationId"]), StringComparer.Ordinal).Where(g => g.Key is not null && g.Count() > 1))
        {
            yield return new("operation-id", twice.Key!, $"The operationId {twice.Key} stands at {string.Join(" and ", twice.Select(o => o.Endpoint))}.");
        }
    }

    private IEnumerable<ContractComplaint> Operation(ContractOperation operation)
    {
        var responses = Map(operation.Body["responses"]).ToList();
        if (!responses.Exists(r => r.Key.StartsWith('2')))
        {
            yield return new("success", operation.Endpoint, $"{operation.Endpoint} has no answer for success.");
        }

        if (!responses.Exists(r => r.Key.StartsWith('4')))
        {
            yield return new("errors", operation.Endpoint, $"{operation.Endpoint} has no answer of the 400s.");
        }

        foreach (var (status, response) in responses.Where(r => !Status().IsMatch(r.Key) || (Text(r.Value?["description"]) is null && r.Value?["$ref"] is null)))
        {
            yield return new("response", operation.Endpoint, $"The answer {status} of {operation.Endpoint} is no status, or is not described.");
        }

        foreach (var complaint in Parameters(operation).Concat(Security(operation)))
        {
            yield return complaint;
        }
    }

    private static IEnumerable<ContractComplaint> Parameters(ContractOperation operation)
    {
        var declared = (operation.Body["parameters"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var inPath = declared.Where(p => Text(p["in"]) == "path" && p["required"]?.ToJsonString() == "true").Select(p => Text(p["name"])).ToHashSet(StringComparer.Ordinal);
        foreach (var name in RouteParameters.Names(operation.Route).Where(n => !inPath.Contains(n)))
        {
            yield return new("parameter", operation.Endpoint, $"{operation.Endpoint} does not declare its parameter {name} as required.");
        }

        foreach (var name in inPath.Where(n => !RouteParameters.Names(operation.Route).Contains(n, StringComparer.Ordinal)))
        {
            yield return new("parameter", operation.Endpoint, $"{operation.Endpoint} declares {name}, which is not in its path.");
        }

        foreach (var bare in declared.Where(p => p["$ref"] is null && (p["schema"] is null || Text(p["name"]) is null || Text(p["in"]) is not ("path" or "query" or "header" or "cookie"))))
        {
            yield return new("parameter", operation.Endpoint, $"A parameter of {operation.Endpoint} lacks its name, place or schema: {Text(bare["name"])}.");
        }
    }

    private IEnumerable<ContractComplaint> Security(ContractOperation operation)
    {
        var schemes = Map(_document["components"]?["securitySchemes"]).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        return (operation.Body["security"] as JsonArray ?? []).SelectMany(Map).Where(s => !schemes.Contains(s.Key))
            .Select(s => new ContractComplaint("security", operation.Endpoint, $"{operation.Endpoint} asks for {s.Key}, which no security scheme declares."));
    }

    private IEnumerable<ContractComplaint> Unresolved() => References.Distinct(StringComparer.Ordinal).Where(r => !Resolves(r))
        .Select(r => new ContractComplaint("reference", r, $"The reference {r} leads nowhere."));

    private bool Resolves(string reference) => reference.StartsWith("#/", StringComparison.Ordinal)
        && reference[2..].Split('/').Select(p => p.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
            .Aggregate((JsonNode?)_document, (node, part) => (node as JsonObject)?[part]) is not null;

    private IEnumerable<ContractComplaint> Schemas() => Map(_document["components"]?["schemas"]).SelectMany(s => Objects(s.Value).SelectMany(o => Schema(s.Key, o)));

    private static IEnumerable<ContractComplaint> Schema(string name, JsonObject schema)
    {
        if (schema["type"] is JsonValue && !Types.Contains(Text(schema["type"]), StringComparer.Ordinal))
        {
            yield return new("schema", name, $"{name} uses the type {schema["type"]}, which OpenAPI does not know.");
        }

        var properties = Map(schema["properties"]).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var required in (schema["required"] as JsonArray ?? []).Select(Text).OfType<string>().Where(r => !properties.Contains(r)))
        {
            yield return new("schema", name, $"{name} requires {required}, which is none of its properties.");
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(p => Objects(p.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Map(JsonNode? node) => node as JsonObject ?? [];

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\A(?:[1-5][0-9]{2}|default)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Status();
}
