using System.Text.Json;
using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>Details that the ticket spells out: folders, members, bodies, headers, fields.</summary>
internal static partial class StatedParts
{
    /// <summary>The folder that the ticket gives a type; its parent must be there.</summary>
    public static string? Folder(string type, TicketFacts brief) => Lines(brief)
        .Where(l => Words.NamesType(l, type))
        .SelectMany(l => Place().Matches(l).Select(m => m.Groups["path"].Value.TrimEnd('/')))
        .Select(p => p.EndsWith(".cs", StringComparison.Ordinal) ? PathParts.Folder(p) : p)
        .FirstOrDefault(p => !p.Contains("..", StringComparison.Ordinal)
            && brief.Grounding.Inventory.Paths.Any(k => k.StartsWith(PathParts.Folder(p) + "/", StringComparison.Ordinal)));

    /// <summary>The member that the ticket names beside a new service for its main work.</summary>
    public static string? Member(string service, TicketFacts brief) => Lines(brief)
        .Where(l => Words.NamesType(l, service))
        .SelectMany(l => AsyncName().Matches(l).Select(m => m.Groups["name"].Value))
        .FirstOrDefault(n => n is not ("List" or "Get" or "Find" or "Delete"));

    /// <summary>Fields of the JSON example on a line that names the endpoint.</summary>
    public static IReadOnlyList<ApiField> Body(NewEndpoint endpoint, TicketFacts brief) => Lines(brief)
        .Where(l => Words.NamesRoute(l, endpoint.Text))
        .Select(l => (Line: l, Match: Example().Match(l)))
        .Where(p => p.Match.Success)
        .Select(p => Parsed(p.Match.Groups["json"].Value, p.Line))
        .FirstOrDefault(f => f.Count > 0) ?? [];

    /// <summary>The header that the ticket asks for with the endpoint.</summary>
    public static string? Header(NewEndpoint endpoint, TicketFacts brief) => Lines(brief)
        .Where(l => Words.NamesRoute(l, endpoint.Text) && Words.Names(l, "header"))
        .Select(l => HeaderName().Match(l))
        .Where(m => m.Success)
        .Select(m => m.Groups["name"].Value)
        .FirstOrDefault();

    /// <summary>Fields that the ticket adds to the answer of an endpoint that is there.</summary>
    public static IReadOnlyList<ApiField> Fields(EndpointFact endpoint, TicketFacts brief) =>
        [.. Lines(brief)
            .Where(l => Words.NamesRoute(l, $"{endpoint.Method} {endpoint.Route}") && Words.Any(l, "field", "fields"))
            .SelectMany(l => FieldName().Matches(l).Select(m => m.Groups["name"].Value))
            .Distinct(StringComparer.Ordinal)
            .Select(Guessed)];

    private static string[] Lines(TicketFacts brief) =>
        brief.Ticket.Description.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static List<ApiField> Parsed(string json, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? [.. document.RootElement.EnumerateObject().Select(p => Field(p, line))] : [];
        }
        catch (JsonException)
        {
            // Braces in prose are no example.
            return [];
        }
    }

    private static ApiField Field(JsonProperty property, string line)
    {
        var size = Size().Match(line);
        var inner = property.Value.ValueKind == JsonValueKind.Array
            && property.Value.GetArrayLength() > 0
            && property.Value[0].ValueKind == JsonValueKind.Object
            ? $"each with {Words.List(property.Value[0].EnumerateObject().Select(p => $"`{p.Name}`"))}"
            : "";
        var rule = property.Value.ValueKind == JsonValueKind.Array && size.Success ? $"{size.Value}; {inner}".TrimEnd(' ', ';') : inner;
        var type = property.Value.ValueKind switch
        {
            JsonValueKind.Array => "array",
            JsonValueKind.Object => "object",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => property.Value.TryGetInt64(out _) ? "integer" : "number",
            _ => "string",
        };
        return new ApiField(property.Name, type, type == "integer" ? "int64" : null, true, rule, property.Value.ValueKind == JsonValueKind.String
            ? property.Value.GetString()!
            : property.Value.GetRawText());
    }

    private static ApiField Guessed(string name) => Words.Split(name)[^1] switch
    {
        "quantity" or "count" or "number" => new ApiField(name, "integer", "int32", true, "at least 0", "1"),
        "amount" or "price" or "total" => new ApiField(name, "number", null, true, "at least 0", "19.90"),
        "at" => new ApiField(name, "string", "date-time", false, "", "2025-03-14T09:26:53Z"),
        "id" => new ApiField(name, "integer", "int64", true, "", "1024"),
        _ => Words.Split(name)[0] is "is" or "has"
            ? new ApiField(name, "boolean", null, true, "", "true")
            : new ApiField(name, "string", null, false, "", Words.Slug(name).Replace('-', ' ')),
    };

    [GeneratedRegex("`(?<path>[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+/?)`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z0-9]{1,40})Async`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AsyncName();

    [GeneratedRegex(@"`(?<json>\{""[^`]{2,2000}\})`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();

    [GeneratedRegex("header `(?<name>[A-Z][A-Za-z-]{2,60})`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex HeaderName();

    [GeneratedRegex("fields? `(?<name>[a-z][A-Za-z0-9]{1,60})`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FieldName();

    [GeneratedRegex("[0-9]+ to [0-9]+ (items|entries|elements|rows)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Size();
}
