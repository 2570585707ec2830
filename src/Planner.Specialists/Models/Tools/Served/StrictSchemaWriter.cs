using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Planner.Specialists.Models.Packing;

namespace Planner.Specialists.Models.Tools.Served;

/// <summary>Writes a schema again in the words that services take, and nothing else of it: names, types, lists of values, short descriptions.</summary>
/// <param name="root">What the server gives, which is data.</param>
internal sealed partial class StrictSchemaWriter(JsonElement root)
{
    private const int MostLevels = 5;
    private const int MostProperties = 60;
    private const int MostValues = 60;
    private const int LongestValue = 80;
    private const int LongestDescription = 200;

    private readonly HashSet<string> optional = new(StringComparer.Ordinal);
    private int properties;

    /// <summary>Paths of properties that may be left out, like <c>/filter/limit</c>; items of lists are <c>*</c>.</summary>
    public IReadOnlySet<string> Optional => optional;

    /// <summary>The schema of an object; null where it cannot be strict.</summary>
    public JsonObject? Root() => Types(root) is (["object"], false) || Field(root, "properties").ValueKind == JsonValueKind.Object
        ? Object(root, "", level: 1, mayBeNull: false, mayBeEmpty: true)
        : null;

    private JsonObject? Node(JsonElement schema, string path, int level, bool mayBeNull)
    {
        if (schema.ValueKind != JsonValueKind.Object || level > MostLevels)
        {
            return null;
        }

        if (Field(schema, "$ref") is { ValueKind: JsonValueKind.String } reference)
        {
            return Target(reference.GetString()!) is { } target ? Node(target, path, level + 1, mayBeNull) : null;
        }

        return (Choices(schema), Types(schema)) switch
        {
            ({ } choices, _) => OneOf(choices, path, level, mayBeNull),
            (_, (["object"], var isNull)) => Object(schema, path, level, mayBeNull || isNull, mayBeEmpty: false),
            (_, (["array"], var isNull)) => List(schema, path, level, mayBeNull || isNull),
            (_, ({ Count: > 0 } types, var isNull)) when types.All(t => t is "string" or "number" or "integer" or "boolean") =>
                Value(schema, types, mayBeNull || isNull),
            _ => null,
        };
    }

    private JsonObject? Object(JsonElement schema, string path, int level, bool mayBeNull, bool mayBeEmpty)
    {
        var fields = Field(schema, "properties");
        var named = fields.ValueKind == JsonValueKind.Object ? fields.EnumerateObject().ToList() : [];
        if (Field(schema, "additionalProperties").ValueKind == JsonValueKind.Object || (named.Count == 0 && !mayBeEmpty)
            || (properties += named.Count) > MostProperties)
        {
            return null;
        }

        var required = Texts(Field(schema, "required")).ToHashSet(StringComparer.Ordinal);
        var written = new JsonObject();
        foreach (var field in named)
        {
            var place = $"{path}/{field.Name}";
            if (!Name().IsMatch(field.Name) || Node(field.Value, place, level + 1, !required.Contains(field.Name)) is not { } node
                || !written.TryAdd(field.Name, node))
            {
                return null;
            }

            if (!required.Contains(field.Name))
            {
                optional.Add(place);
            }
        }

        return Described(schema, new JsonObject
        {
            ["type"] = Type(["object"], mayBeNull),
            ["properties"] = written,
            ["required"] = new JsonArray([.. written.Select(p => JsonValue.Create(p.Key))]),
            ["additionalProperties"] = false,
        });
    }

    private JsonObject? List(JsonElement schema, string path, int level, bool mayBeNull) =>
        Node(Field(schema, "items"), $"{path}/*", level + 1, mayBeNull: false) is { } items
            ? Described(schema, new JsonObject { ["type"] = Type(["array"], mayBeNull), ["items"] = items })
            : null;

    private static JsonObject Value(JsonElement schema, List<string> types, bool mayBeNull)
    {
        var written = new JsonObject { ["type"] = Type(types, mayBeNull) };
        if (Values(schema) is { Count: > 0 } values)
        {
            written["enum"] = new JsonArray([.. values.Select(v => JsonNode.Parse(v.GetRawText())), .. mayBeNull ? new JsonNode?[] { null } : []]);
        }

        return Described(schema, written);
    }

    private JsonObject? OneOf(List<JsonElement> choices, string path, int level, bool mayBeNull)
    {
        var some = choices.Where(c => !IsNull(c)).ToList();
        var isNull = mayBeNull || some.Count < choices.Count;
        if (some.Count == 1)
        {
            return Node(some[0], path, level + 1, isNull);
        }

        var written = some.ConvertAll(c => Node(c, path, level + 1, mayBeNull: false));
        return some.Count == 0 || written.Contains(null)
            ? null
            : new JsonObject { ["anyOf"] = new JsonArray([.. written, .. isNull ? new JsonNode[] { new JsonObject { ["type"] = "null" } } : []]) };
    }

    /// <summary>What a choice is between; null where there is none.</summary>
    private static List<JsonElement>? Choices(JsonElement schema) => new[] { "anyOf", "oneOf", "allOf" }
        .Select(word => (Word: word, List: Field(schema, word)))
        .Where(c => c.List.ValueKind == JsonValueKind.Array)
        .Select(c => c.Word == "allOf" && c.List.GetArrayLength() != 1 ? [] : c.List.EnumerateArray().ToList())
        .FirstOrDefault();

    private static bool IsNull(JsonElement schema) => Field(schema, "type") is { ValueKind: JsonValueKind.String } type && type.ValueEquals("null");

    private static (List<string> Types, bool IsNull) Types(JsonElement schema)
    {
        var type = Field(schema, "type");
        var told = type.ValueKind == JsonValueKind.String ? [type.GetString()!] : Texts(type);
        if (told.Count == 0 && Values(schema) is { Count: > 0 } values && values.All(v => v.ValueKind == JsonValueKind.String))
        {
            told = ["string"];
        }

        if (told.Count == 0 && Field(schema, "properties").ValueKind == JsonValueKind.Object)
        {
            told = ["object"];
        }

        return ([.. told.Where(t => t != "null").Distinct(StringComparer.Ordinal)], told.Contains("null"));
    }

    /// <summary>The values that are allowed, where they are few and short; else none, and the server refuses what it does not know.</summary>
    private static List<JsonElement> Values(JsonElement schema)
    {
        var list = Field(schema, "enum");
        var values = list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(v => v.ValueKind != JsonValueKind.Null).ToList()
            : Field(schema, "const") is { ValueKind: not JsonValueKind.Undefined } one ? [one] : [];
        return values.Count <= MostValues && values.TrueForAll(IsPlain) ? values : [];
    }

    private static bool IsPlain(JsonElement value) => value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
        || (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestValue } text && Fence.Line(text) == text);

    private static JsonObject Described(JsonElement schema, JsonObject written)
    {
        if (Field(schema, "description") is { ValueKind: JsonValueKind.String } description
            && Fence.Line(description.GetString()!).Trim() is { Length: > 0 } text)
        {
            written["description"] = Cut(text);
        }

        return written;
    }

    private static string Cut(string text) => text.Length <= LongestDescription
        ? text
        : text[..(char.IsHighSurrogate(text[LongestDescription - 1]) ? LongestDescription - 1 : LongestDescription)] + "…";

    private static JsonNode Type(List<string> types, bool mayBeNull) => types is [var one] && !mayBeNull
        ? JsonValue.Create(one)
        : new JsonArray([.. types.Select(t => JsonValue.Create(t)), .. mayBeNull ? new[] { JsonValue.Create("null") } : []]);

    private JsonElement? Target(string reference) => reference.StartsWith("#/", StringComparison.Ordinal)
        ? reference[2..].Split('/').Aggregate((JsonElement?)root, (at, name) =>
            at is { } here && Field(here, name) is { ValueKind: not JsonValueKind.Undefined } found ? found : null)
        : null;

    private static List<string> Texts(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
        : [];

    private static JsonElement Field(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) ? field : default;

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{1,64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
