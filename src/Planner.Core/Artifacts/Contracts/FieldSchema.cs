using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Contracts;

/// <summary>Schemas of bodies and of their fields; what a field's rule states in figures becomes a bound that programs can check.</summary>
internal static partial class FieldSchema
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "array", "object"];

    /// <summary>An object with these fields.</summary>
    public static JsonObject Of(IReadOnlyList<ApiField> fields)
    {
        var properties = new JsonObject();
        fields.ToList().ForEach(f => properties[f.Name] = Of(f));
        var schema = new JsonObject { ["type"] = "object" };
        var required = fields.Where(f => f.Required).Select(f => f.Name).Distinct(StringComparer.Ordinal).ToList();
        if (required.Count > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(r => JsonValue.Create(r))]);
        }

        schema["properties"] = properties;
        return schema;
    }

    /// <summary>One field.</summary>
    public static JsonObject Of(ApiField field)
    {
        var example = ExampleBody.Value(field);
        var type = Types.Contains(field.Type, StringComparer.Ordinal) ? field.Type : "string";
        var schema = type is "array" or "object" && example is JsonArray or JsonObject ? Like(example) : Bare(type);
        if (field.Format is not null)
        {
            schema["format"] = field.Format;
        }

        Bounds(schema, type, field.Rule);
        if (field.Rule.Length > 0)
        {
            schema["description"] = MarkdownEscape.OneLine(field.Rule);
        }

        if (type is not ("array" or "object") && example is not null)
        {
            schema["example"] = example.DeepClone();
        }

        return schema;
    }

    /// <summary>The shape of an example, as far as one example tells it.</summary>
    private static JsonObject Like(JsonNode? example) => example switch
    {
        JsonArray list => new JsonObject { ["type"] = "array", ["items"] = list.Count > 0 ? Like(list[0]) : [] },
        JsonObject map => Properties(map),
        JsonValue value => Bare(value.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
            _ => "string",
        }),
        _ => Bare("string"),
    };

    private static JsonObject Properties(JsonObject map)
    {
        var properties = new JsonObject();
        map.ToList().ForEach(p => properties[p.Key] = Like(p.Value));
        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    private static JsonObject Bare(string type) => type == "array"
        ? new JsonObject { ["type"] = type, ["items"] = new JsonObject() }
        : new JsonObject { ["type"] = type };

    private static void Bounds(JsonObject schema, string type, string rule)
    {
        if (type == "string" && OneOf().Match(rule) is { Success: true } values)
        {
            schema["enum"] = new JsonArray([.. values.Groups["values"].Value.Split(", ").Select(v => JsonValue.Create(v))]);
        }
        else if (type == "string" && AtMost().Match(rule) is { Success: true } length)
        {
            schema["maxLength"] = Number(length, "most");
        }
        else if (type == "array" && Items().Match(rule) is { Success: true } items)
        {
            schema["minItems"] = Number(items, "least");
            schema["maxItems"] = Number(items, "most");
        }
        else if (type is "integer" or "number" && Least().Match(rule) is { Success: true } least)
        {
            schema["minimum"] = Number(least, "least");
            if (least.Groups["sign"].Value == ">")
            {
                schema["exclusiveMinimum"] = true;
            }
        }
    }

    private static JsonValue Number(Match match, string group) =>
        JsonValue.Create(long.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\Aone of (?<values>[\w-]+(?:, [\w-]+)*)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OneOf();

    [GeneratedRegex(@"\bat most (?<most>[0-9]{1,9}) characters", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AtMost();

    [GeneratedRegex(@"\A(?<least>[0-9]{1,9}) to (?<most>[0-9]{1,9}) items\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Items();

    [GeneratedRegex(@"\A(?:\w+ (?<sign>>=|>)|at least) (?<least>[0-9]{1,9})(?:;|\z)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Least();
}
