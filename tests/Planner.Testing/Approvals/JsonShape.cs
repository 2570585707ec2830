using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Planner.Testing.Approvals;

/// <summary>
/// The shape of a JSON document as indented text: names, types, words of enumerations, what may be null or absent.
/// Names of .NET types do not stand in it, since nobody who reads the JSON sees them.
/// </summary>
public static class JsonShape
{
    private static readonly JsonSchemaExporterOptions Exporter = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Complete,
    };

    /// <summary>The shape of a type as the given options write it.</summary>
    public static string Of(Type type, JsonSerializerOptions options)
    {
        // Web defaults also read numbers from strings; they never write them so.
        var written = new JsonSerializerOptions(options) { NumberHandling = JsonNumberHandling.Strict };
        return Of(written.GetJsonSchemaAsNode(type, Exporter));
    }

    /// <summary>The shape that a JSON schema describes.</summary>
    public static string Of(JsonNode schema)
    {
        var text = new StringBuilder();
        Properties(schema, text, "");
        return text.ToString();
    }

    /// <summary>What a JSON schema says of a single value, on one line.</summary>
    public static string Value(JsonNode schema) => schema["oneOf"] is JsonArray choices
        ? string.Join(" or ", choices.Select(c => Value(c!)).OrderBy(w => w == "null"))
        : string.Join(" or ", new[] { Words(schema) }.Concat(Types(schema).Where(t => t == "null")).Distinct());

    private static string Words(JsonNode schema) => schema switch
    {
        _ when schema["enum"] is JsonArray words => string.Join(" | ", words.OfType<JsonNode>().Select(w => w.ToString())),
        _ when schema["$ref"] is { } reference => NameOf((string)reference!),
        _ when schema["items"] is { } items => $"list of {Value(items)}",
        _ when schema["additionalProperties"] is JsonObject values => $"map to {Value(values)}",
        _ when schema["format"] is { } format => $"{Plain(schema)} ({format})",
        _ => Plain(schema),
    };

    private static string Plain(JsonNode schema) => string.Join(" or ", Types(schema).Where(t => t != "null").DefaultIfEmpty("null"));

    // The exporter knows neither what is left out when it is null nor the words behind a converter of our own.
    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var node = schema as JsonObject ?? [];
        if (type.IsEnum)
        {
            node["enum"] = Words(type, context.TypeInfo.Options);
        }

        if (node["properties"] is not null)
        {
            node["required"] = new JsonArray([.. context.TypeInfo.Properties.Where(p => !IsLeftOut(p)).Select(p => JsonValue.Create(p.Name))]);
        }

        return node;
    }

    private static JsonArray Words(Type type, JsonSerializerOptions options) =>
        [.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, type, options))];

    private static bool IsLeftOut(JsonPropertyInfo property) =>
        (property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true).Cast<JsonIgnoreAttribute>() ?? [])
            .Any(i => i.Condition is JsonIgnoreCondition.WhenWritingNull);

    private static void Properties(JsonNode schema, StringBuilder text, string indent)
    {
        foreach (var (name, node) in schema["properties"]?.AsObject() ?? [])
        {
            text.Append($"{indent}{name}: {Value(node!)}{Absence(schema, name)}\n");
            Properties(Innermost(node!), text, indent + "  ");
        }
    }

    private static string Absence(JsonNode schema, string name) =>
        schema["required"] is JsonArray required && required.Any(r => (string)r! == name) ? "" : ", may be absent";

    private static string NameOf(string reference) => reference
        .Replace("#/components/schemas/", "", StringComparison.Ordinal)
        .Replace("#/properties/", "", StringComparison.Ordinal)
        .Replace("/properties/", ".", StringComparison.Ordinal)
        .Replace("/items", "", StringComparison.Ordinal);

    private static IEnumerable<string> Types(JsonNode schema) => schema["type"] switch
    {
        JsonArray types => types.Select(t => (string)t!),
        { } type => [(string)type!],
        null => ["any"],
    };

    private static JsonNode Innermost(JsonNode schema) =>
        (schema["items"] ?? schema["additionalProperties"] as JsonObject) is { } inner ? Innermost(inner) : schema;
}
