using System.Text.Json.Nodes;

namespace Planner.Testing.LanguageModels.Refusals;

/// <summary>
/// The rules of strict schemas, as Azure and OpenAI take them: every property required and none besides, a root that is an object,
/// at most 100 properties and five levels, and none of the words that bound a value.
/// </summary>
public sealed class SchemaRules
{
    private const int MostProperties = 100;
    private const int MostLevels = 5;

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "description", "title", "$defs", "definitions", "$ref",
    };

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal) { "object", "array", "string", "number", "integer", "boolean", "null" };

    private readonly JsonObject root;
    private int properties;

    private SchemaRules(JsonObject root) => this.root = root;

    /// <summary>The first fault, in the service's words; null where there is none.</summary>
    public static string? Fault(JsonNode? schema)
    {
        if (schema is not JsonObject root)
        {
            return "schema must be a JSON object.";
        }

        if (root.ContainsKey("anyOf") || root["type"] is not JsonValue type || !type.TryGetValue<string>(out var word) || word != "object")
        {
            return "schema must have type 'object' and not have 'anyOf' at the top level.";
        }

        var walk = new SchemaRules(root);
        return walk.Node(root, "()", level: 1, []) ?? walk.Definitions();
    }

    private string? Definitions() => new[] { "$defs", "definitions" }
        .SelectMany(name => root[name] is JsonObject named ? named.Select(d => Node(d.Value, $"('{name}', '{d.Key}')", level: 1, [])) : [])
        .FirstOrDefault(fault => fault is not null);

    /// <param name="schema">What is looked at.</param>
    /// <param name="at">Where it is.</param>
    /// <param name="level">Objects and lists around it, itself among them.</param>
    /// <param name="path">References that led here: one that leads to itself ends.</param>
    private string? Node(JsonNode? schema, string at, int level, IReadOnlyCollection<string> path)
    {
        if (schema is not JsonObject node)
        {
            return $"In context={at}, schema must be an object.";
        }

        if (node.Select(p => p.Key).FirstOrDefault(key => !Words.Contains(key)) is { } word)
        {
            return $"In context={at}, '{word}' is not permitted.";
        }

        if (node["$ref"] is { } reference)
        {
            return Reference((string?)reference ?? "", at, level, path);
        }

        if (node["anyOf"] is { } choices)
        {
            return choices is JsonArray { Count: > 0 } list
                ? First(list.Select((c, i) => Node(c, $"{at}.anyOf[{i}]", level, path)))
                : $"In context={at}, 'anyOf' must be a list.";
        }

        if (TypesOf(node) is not { Count: > 0 } types)
        {
            return $"In context={at}, schema must have a 'type' key.";
        }

        if (types.FirstOrDefault(t => !Types.Contains(t)) is { } unknown)
        {
            return $"In context={at}, '{unknown}' is not a valid type.";
        }

        if (types.Contains("object"))
        {
            return level > MostLevels ? $"In context={at}, {level} levels of nesting exceed the limit of {MostLevels}." : Object(node, at, level, path);
        }

        if (types.Contains("array"))
        {
            return node.ContainsKey("items") ? Node(node["items"], $"{at}.items", level, path) : $"In context={at}, array schema missing items.";
        }

        return null;
    }

    private string? Object(JsonObject node, string at, int level, IReadOnlyCollection<string> path)
    {
        if (node["additionalProperties"] is not JsonValue others || !others.TryGetValue<bool>(out var allowed) || allowed)
        {
            return $"In context={at}, 'additionalProperties' is required to be supplied and to be false.";
        }

        var fields = node["properties"] as JsonObject ?? [];
        var required = node["required"] is JsonArray list ? list.Select(r => (string?)r).ToList() : [];
        if (fields.Select(p => p.Key).FirstOrDefault(key => !required.Contains(key)) is { } missing)
        {
            return $"In context={at}, 'required' is required to be supplied and to be an array including every key in properties. Missing '{missing}'.";
        }

        if (required.FirstOrDefault(key => key is null || !fields.ContainsKey(key)) is { } extra)
        {
            return $"In context={at}, 'required' holds the key '{extra}', which is no property.";
        }

        if ((properties += fields.Count) > MostProperties)
        {
            return $"schema has more than {MostProperties} properties in total.";
        }

        return First(fields.Select(p => Node(p.Value, $"{at}.{p.Key}", level + 1, path)));
    }

    private string? Reference(string reference, string at, int level, IReadOnlyCollection<string> path)
    {
        if (reference != "#" && Target(reference) is null)
        {
            return $"In context={at}, reference '{reference}' cannot be resolved.";
        }

        return path.Contains(reference) || reference == "#" ? null : Depth(Target(reference)!, at, level, [.. path, reference]);
    }

    // A definition's own properties are counted once, where it is defined: here its depth counts.
    private string? Depth(JsonNode target, string at, int level, IReadOnlyCollection<string> path)
    {
        var counted = properties;
        var fault = Node(target, at, level, path);
        properties = counted;
        return fault;
    }

    private JsonNode? Target(string reference) => reference.StartsWith("#/", StringComparison.Ordinal)
        ? reference[2..].Split('/').Aggregate((JsonNode?)root, (node, name) => (node as JsonObject)?[name])
        : null;

    private static List<string> TypesOf(JsonObject node) => node["type"] switch
    {
        JsonArray several => [.. several.Select(t => (string?)t ?? "")],
        JsonValue one when one.TryGetValue<string>(out var type) => [type],
        // A list of values tells its type by itself.
        _ => node.ContainsKey("enum") || node.ContainsKey("const") ? ["string"] : [],
    };

    private static string? First(IEnumerable<string?> faults) => faults.FirstOrDefault(fault => fault is not null);
}
