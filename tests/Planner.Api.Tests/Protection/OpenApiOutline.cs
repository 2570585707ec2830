using System.Text;
using System.Text.Json.Nodes;
using Planner.Testing.Approvals;

namespace Planner.Api.Tests.Protection;

/// <summary>What clients rely on in an OpenAPI document, in a fraction of its lines: routes, parameters, bodies, answers, shapes.</summary>
internal static class OpenApiOutline
{
    public static string Of(JsonNode document)
    {
        var text = new StringBuilder();
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                Operation($"{method.ToUpperInvariant()} {path}", operation!, text);
            }
        }

        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject())
        {
            Schema(name, schema!, text);
        }

        return text.ToString();
    }

    private static void Operation(string route, JsonNode operation, StringBuilder text)
    {
        text.Append($"{route} ({operation["operationId"]})\n");
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            text.Append($"  {parameter!["in"]} {parameter["name"]}: {JsonShape.Value(parameter["schema"]!)}{Absence(parameter)}\n");
        }

        if (operation["requestBody"] is { } body)
        {
            text.Append($"  body {Content(body)}{Absence(body)}\n");
        }

        foreach (var (status, answer) in operation["responses"]!.AsObject())
        {
            text.Append($"  {status} {Content(answer!)}".TrimEnd() + "\n");
        }

        text.Append('\n');
    }

    private static void Schema(string name, JsonNode schema, StringBuilder text)
    {
        text.Append(schema["properties"] is null ? $"{name}: {JsonShape.Value(schema)}\n" : $"{name}\n");
        foreach (var line in JsonShape.Of(schema).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append($"  {line}\n");
        }

        text.Append('\n');
    }

    private static string Content(JsonNode message) =>
        string.Join(", ", (message["content"]?.AsObject() ?? []).Select(c => $"{Schema(c.Value!)} as {c.Key}"));

    private static string Schema(JsonNode content) => content["schema"] is { } schema ? JsonShape.Value(schema) : "anything";

    private static string Absence(JsonNode part) => part["required"] is { } required && (bool)required ? "" : ", may be absent";
}
