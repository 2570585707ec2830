using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using Planner.Core.LanguageModels;

namespace Planner.Specialists.Models.Replies;

/// <summary>
/// Schemas of answers as services take them when they are strict: every property required, no others, no bounds. They are made from
/// the types that answers are read into, so that the two cannot differ.
/// </summary>
internal static class StrictSchema
{
    /// <summary>How answers are read; the schema's names are those.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>The schema of a type, with the descriptions of its properties.</summary>
    /// <param name="name">Letters, digits and <c>_</c>.</param>
    public static AnswerSchema Of<T>(string name) =>
        new(name, Options.GetJsonSchemaAsNode(typeof(T), new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Strict }).ToJsonString(Options));

    private static JsonNode Strict(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
        {
            return node;
        }

        if (schema["properties"] is JsonObject properties)
        {
            schema["additionalProperties"] = false;
            schema["required"] = new JsonArray([.. properties.Select(p => JsonValue.Create(p.Key))]);
        }

        if (context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false) is [DescriptionAttribute told, ..])
        {
            schema.Insert(0, "description", told.Description);
        }

        return schema;
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            NumberHandling = JsonNumberHandling.Strict,
            Converters = { new JsonStringEnumConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
