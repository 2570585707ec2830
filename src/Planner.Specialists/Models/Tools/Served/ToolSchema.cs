using System.Text.Json;
using System.Text.Json.Nodes;

namespace Planner.Specialists.Models.Tools.Served;

/// <summary>
/// The arguments of a server's tool as a strict schema: what may be left out may be null instead, bounds are the server's to check, and
/// what has no plain shape cannot be described.
/// </summary>
internal sealed class ToolSchema
{
    private readonly IReadOnlySet<string> optional;
    private readonly HashSet<string> names;

    private ToolSchema(JsonObject strict, IReadOnlySet<string> optional)
    {
        Strict = strict.ToJsonString();
        this.optional = optional;
        names = [.. strict["properties"]!.AsObject().Select(p => p.Key)];
    }

    /// <summary>The schema, as services take it.</summary>
    public string Strict { get; }

    /// <summary>Of what a server gives; null where it cannot be made strict.</summary>
    public static ToolSchema? Of(string schema)
    {
        try
        {
            using var json = JsonDocument.Parse(schema);
            var writer = new StrictSchemaWriter(json.RootElement);
            return writer.Root() is { } strict ? new ToolSchema(strict, writer.Optional) : null;
        }
        catch (JsonException)
        {
            // Redaction may have taken something out of it: a schema that holds a secret is none.
            return null;
        }
    }

    /// <summary>The first argument that the tool does not have; null where there is none.</summary>
    public string? Unknown(JsonElement arguments) => arguments.EnumerateObject().Select(p => p.Name).FirstOrDefault(n => !names.Contains(n));

    /// <summary>The arguments as the server takes them: without those that are null in the place of being left out.</summary>
    public JsonObject Given(JsonElement arguments) => Object(arguments, "");

    private JsonObject Object(JsonElement value, string path) => new(value.EnumerateObject()
        .Where(p => p.Value.ValueKind != JsonValueKind.Null || !optional.Contains($"{path}/{p.Name}"))
        .GroupBy(p => p.Name, StringComparer.Ordinal)
        .Select(g => KeyValuePair.Create(g.Key, Node(g.Last().Value, $"{path}/{g.Key}"))));

    private JsonNode? Node(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => Object(value, path),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(i => Node(i, $"{path}/*"))]),
        JsonValueKind.Null => null,
        _ => JsonNode.Parse(value.GetRawText()),
    };
}
