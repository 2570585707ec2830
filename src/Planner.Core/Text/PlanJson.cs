using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Planner.Core.Text;

/// <summary>How JSON is written for people and programs: indented, <c>\n</c>, camel case, enums by name.</summary>
public static class PlanJson
{
    private static readonly JsonSerializerOptions Indented = Make(indented: true);
    private static readonly JsonSerializerOptions Compact = Make(indented: false);

    private static readonly JsonSerializerOptions Strict = new(Compact) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>How artifacts are written; read-only.</summary>
    public static JsonSerializerOptions Options => Indented;

    /// <summary>An artifact's text; ends with a line end.</summary>
    public static string Artifact<T>(T value) => JsonSerializer.Serialize(value, Indented) + "\n";

    /// <summary>A stored content's text.</summary>
    public static string Content<T>(T value) => JsonSerializer.Serialize(value, Compact);

    /// <summary>Reads what either of the two wrote.</summary>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Compact)!;

    /// <summary>Reads a text of which no field may be missing or empty that the type asks for.</summary>
    /// <exception cref="JsonException">One is, or the text is no JSON.</exception>
    public static object? ReadWhole(string json, Type type) => JsonSerializer.Deserialize(json, type, Strict);

    private static JsonSerializerOptions Make(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
            NewLine = "\n",
            IndentSize = 2,
            Converters = { new JsonStringEnumConverter() },
            // Fields of an object have no order: the one that tells its kind may stand anywhere.
            AllowOutOfOrderMetadataProperties = true,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
