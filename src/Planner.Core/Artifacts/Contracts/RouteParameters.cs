using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Core.Artifacts.Contracts;

/// <summary>Parameters of routes, with the type of the key that they carry where a field or a table tells it.</summary>
internal sealed partial class RouteParameters(Plan plan, ApiDesign design)
{
    private readonly List<ApiField> fields = [.. design.Endpoints.SelectMany(e => e.Request.Concat(e.Response)).DistinctBy(f => f.Name)];
    private readonly List<TableFact> tables = [.. plan.Opinions.Designs<SchemaDesign>().SelectMany(d => d.Tables).Concat(plan.Grounding.Tables)];

    /// <summary>Names of the parameters of a route, in order, each once.</summary>
    public static IReadOnlyList<string> Names(string route) =>
        [.. Parameter().Matches(route).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Path parameters, query parameters of calls without a body, and headers.</summary>
    public IEnumerable<JsonNode> Of(EndpointChange endpoint) =>
    [
        .. Names(endpoint.Route).Select(n => Declared(n, "path", required: true, Schema(n, endpoint.Route))),
        .. HasBody(endpoint) ? [] : endpoint.Request.Select(f => Declared(f.Name, "query", f.Required, FieldSchema.Of(f))),
        .. endpoint.Headers.Select(h => Declared(h, "header", required: true, new JsonObject { ["type"] = "string" })),
    ];

    /// <summary>Whether the fields of the request travel in a body.</summary>
    public static bool HasBody(EndpointChange endpoint) => endpoint.Method is not ("GET" or "HEAD" or "DELETE");

    private static JsonObject Declared(string name, string place, bool required, JsonObject schema) =>
        new() { ["name"] = name, ["in"] = place, ["required"] = required, ["schema"] = schema };

    private JsonObject Schema(string name, string route)
    {
        var field = fields.Find(f => f.Name == name) ?? Key(name, route);
        var schema = new JsonObject { ["type"] = field?.Type ?? "string" };
        if (field?.Format is { } format)
        {
            schema["format"] = format;
        }

        return schema;
    }

    /// <summary><c>orderId</c>, or <c>id</c> behind <c>orders</c>: the key of the table of that name.</summary>
    private ApiField? Key(string name, string route)
    {
        var owner = name.Equals("id", StringComparison.OrdinalIgnoreCase)
            ? route.Split('/').TakeWhile(p => p != $"{{{name}}}").LastOrDefault(p => p.Length > 0 && p[0] != '{')
            : name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : null;
        var table = owner is null ? null : tables.Find(t => Same(t.Name, owner) || Same(t.Name, owner + "s"));
        var key = table is { PrimaryKey.Count: 1 } ? table.Columns.FirstOrDefault(c => c.Name == table.PrimaryKey[0]) : null;
        return key is null ? null : ColumnField.Of(key, condition: null);
    }

    private static bool Same(string table, string owner) =>
        table.Replace("_", "", StringComparison.Ordinal).Equals(owner.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\{\*{0,2}(?<name>[^}:?=]+)[^}]*\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
