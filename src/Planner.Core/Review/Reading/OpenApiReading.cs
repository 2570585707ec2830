using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Planner.Core.Artifacts.Contracts;

namespace Planner.Core.Review.Reading;

/// <summary>What is wrong with a contract.</summary>
internal sealed record ContractComplaint(string Code, string Id, string Message);

/// <summary>An operation of a contract, with the parameters of its path.</summary>
internal sealed record ContractOperation(string Endpoint, string Route, OpenApiOperation Body, IReadOnlyList<IOpenApiParameter> Parameters);

/// <summary>
/// An OpenAPI 3 document as the library for it reads it. The library says where the document leaves the specification; what stands here
/// is what a contract of ours must hold besides.
/// </summary>
internal sealed partial class OpenApiReading
{
    private readonly OpenApiDocument document;
    private readonly OpenApiDiagnostic diagnostic;

    private OpenApiReading(JsonObject tree, OpenApiDocument document, OpenApiDiagnostic diagnostic)
    {
        (this.document, this.diagnostic) = (document, diagnostic);
        Operations = [.. (document.Paths ?? []).SelectMany(p => (p.Value.Operations ?? []).Select(o => Operation(p.Key, p.Value, o.Key.Method, o.Value)))];
        References = [.. Texts(tree, "$ref")];
    }

    public IReadOnlyList<ContractOperation> Operations { get; }

    public IReadOnlyList<string> References { get; }

    /// <summary>Reads what <see cref="YamlText"/> reads: no aliases, which the library would write out, and nothing nested too deep.</summary>
    /// <exception cref="UnreadableYamlException">The text is more of YAML than a contract needs, or none.</exception>
    /// <exception cref="UnreadableContractException">It is no OpenAPI 3, or has values that stop the library.</exception>
    public static OpenApiReading Read(string text)
    {
        var tree = YamlText.Read(text);
        if ((tree["openapi"] as JsonValue)?.ToString().StartsWith("3.", StringComparison.Ordinal) != true)
        {
            throw new UnreadableContractException("version", "The contract does not say that it is OpenAPI 3.");
        }

        try
        {
            var settings = new OpenApiReaderSettings();
            settings.AddYamlReader();
            var (document, diagnostic) = OpenApiDocument.Parse(text, OpenApiConstants.Yaml, settings);
            return document is not null && diagnostic is not null
                ? new(tree, document, diagnostic)
                : throw new UnreadableContractException("parse", string.Join(' ', diagnostic?.Errors.Select(e => e.Message) ?? []));
        }
        catch (OpenApiUnsupportedSpecVersionException fault)
        {
            throw new UnreadableContractException("version", fault.Message);
        }
        catch (Exception fault) when (fault is OpenApiException or FormatException or OverflowException or ArgumentException)
        {
            throw new UnreadableContractException("parse", fault.Message);
        }
    }

    public IEnumerable<ContractComplaint> Complaints() =>
        ContractDiagnostics.Complaints(diagnostic).Concat(Names()).Concat(Operations.SelectMany(Operation)).Concat(Outside()).Concat(Schemas());

    private static ContractOperation Operation(string route, IOpenApiPathItem path, string method, OpenApiOperation body) =>
        new($"{method.ToUpperInvariant()} {route}", route, body, [.. path.Parameters ?? [], .. body.Parameters ?? []]);

    private IEnumerable<ContractComplaint> Names()
    {
        if (Operations.Count == 0)
        {
            yield return new("paths", "", "The contract holds no operation.");
        }

        foreach (var unnamed in Operations.Where(o => string.IsNullOrWhiteSpace(o.Body.OperationId)))
        {
            yield return new("operation-id", unnamed.Endpoint, $"{unnamed.Endpoint} has no operationId.");
        }

        foreach (var twice in Operations.GroupBy(o => o.Body.OperationId ?? "", StringComparer.Ordinal).Where(g => g.Key.Length > 0 && g.Count() > 1))
        {
            yield return new("operation-id", twice.Key, $"The operationId {twice.Key} stands at {string.Join(" and ", twice.Select(o => o.Endpoint))}.");
        }
    }

    private static IEnumerable<ContractComplaint> Operation(ContractOperation operation)
    {
        var statuses = operation.Body.Responses?.Keys.ToList() ?? [];
        if (!statuses.Exists(s => s.StartsWith('2')))
        {
            yield return new("success", operation.Endpoint, $"{operation.Endpoint} has no answer for success.");
        }

        if (!statuses.Exists(s => s.StartsWith('4')))
        {
            yield return new("errors", operation.Endpoint, $"{operation.Endpoint} has no answer of the 400s.");
        }

        foreach (var status in statuses.Where(s => !Status().IsMatch(s)))
        {
            yield return new("response", operation.Endpoint, $"The answer {status} of {operation.Endpoint} is no status.");
        }

        foreach (var complaint in Parameters(operation).Concat(Security(operation)))
        {
            yield return complaint;
        }
    }

    /// <summary>The library asks that a declared parameter is in the path, and not that one of the path is declared.</summary>
    private static IEnumerable<ContractComplaint> Parameters(ContractOperation operation)
    {
        var declared = operation.Parameters.Where(p => p is { In: ParameterLocation.Path, Required: true })
            .Select(p => p.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var name in RouteParameters.Names(operation.Route).Where(n => !declared.Contains(n)))
        {
            yield return new("parameter", operation.Endpoint, $"{operation.Endpoint} does not declare its parameter {name} as required.");
        }

        foreach (var bare in operation.Parameters.Where(p => p.Schema is null && p.Content is not { Count: > 0 }))
        {
            yield return new("parameter", operation.Endpoint, $"A parameter of {operation.Endpoint} lacks its schema: {bare.Name}.");
        }
    }

    private static IEnumerable<ContractComplaint> Security(ContractOperation operation) => (operation.Body.Security ?? []).SelectMany(s => s.Keys)
        .Where(s => s.Target is null)
        .Select(s => new ContractComplaint(
            "security",
            operation.Endpoint,
            $"{operation.Endpoint} asks for {s.Reference.Id}, which no security scheme declares."));

    /// <summary>What a reference into another file holds is not read: a contract stands by itself.</summary>
    private IEnumerable<ContractComplaint> Outside() => References.Distinct(StringComparer.Ordinal).Where(r => !r.StartsWith("#/", StringComparison.Ordinal))
        .Select(r => new ContractComplaint("reference", r, $"The reference {r} leads out of the contract."));

    private IEnumerable<ContractComplaint> Schemas()
    {
        var required = new RequiredProperties();
        new OpenApiWalker(required).Walk(document);
        return required.Complaints;
    }

    private static IEnumerable<string> Texts(JsonNode? node, string key) => node switch
    {
        JsonObject map =>
            map.SelectMany(p => p.Key == key && p.Value is JsonValue value && value.TryGetValue<string>(out var text) ? [text] : Texts(p.Value, key)),
        JsonArray list => list.SelectMany(i => Texts(i, key)),
        _ => [],
    };

    [GeneratedRegex(@"\A(?:[1-5][0-9]{2}|default)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Status();

    /// <summary>A name in <c>required</c> that is none of the properties: allowed, and in a contract of ours a slip.</summary>
    private sealed class RequiredProperties : OpenApiVisitorBase
    {
        public List<ContractComplaint> Complaints { get; } = [];

        public override void Visit(IOpenApiSchema schema)
        {
            var missing = schema is OpenApiSchemaReference
                ? []
                : (schema.Required ?? new HashSet<string>()).Where(r => schema.Properties?.ContainsKey(r) != true);
            Complaints.AddRange(
                missing.Select(r => new ContractComplaint("schema", PathString, $"The schema at {PathString} requires {r}, which is none of its properties.")));
        }
    }
}

/// <summary>No contract can be read from a text; <paramref name="code"/> is the check's.</summary>
internal sealed class UnreadableContractException(string code, string message) : Exception(message)
{
    /// <summary>The code of the finding.</summary>
    public string Code { get; } = code;
}
