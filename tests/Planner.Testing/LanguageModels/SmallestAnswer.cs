using System.Text.Json.Nodes;

namespace Planner.Testing.LanguageModels;

/// <summary>The smallest answer that fits a strict schema: null where that is allowed, else the first choice, nothing, 0 or true.</summary>
public static class SmallestAnswer
{
    /// <summary>To a request: JSON by its schema, or a word.</summary>
    public static string To(JsonObject body) => body["response_format"]?["json_schema"]?["schema"] is JsonObject schema
        ? Of(schema, schema)!.ToJsonString()
        : "ok";

    private static JsonNode? Of(JsonObject schema, JsonObject root)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return Of(reference == "#" ? root : Definition(root, reference), root);
        }

        if (schema["anyOf"] is JsonArray { Count: > 0 } choices)
        {
            return choices.Any(c => (string?)c!["type"] == "null") ? null : Of(choices[0]!.AsObject(), root);
        }

        if (schema["enum"] is JsonArray { Count: > 0 } values)
        {
            return values[0]?.DeepClone();
        }

        var types = schema["type"] is JsonArray several ? [.. several.Select(t => (string)t!)] : new[] { (string?)schema["type"] ?? "null" };
        return types.Contains("null") ? null : Of(types[0], schema, root);
    }

    private static JsonNode? Of(string type, JsonObject schema, JsonObject root) => type switch
    {
        "object" => new JsonObject(schema["properties"]!.AsObject().Select(p => KeyValuePair.Create(p.Key, Of(p.Value!.AsObject(), root)))),
        "array" => new JsonArray(),
        "string" => "",
        "integer" or "number" => 0,
        "boolean" => true,
        _ => null,
    };

    private static JsonObject Definition(JsonObject root, string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode)root, (node, name) => node[name]!).AsObject();
}
