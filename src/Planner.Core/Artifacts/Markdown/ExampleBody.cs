using System.Globalization;
using System.Text.Json.Nodes;
using Planner.Core.Opinions;
using Planner.Core.Text;

namespace Planner.Core.Artifacts.Markdown;

/// <summary>JSON examples made of the fields' own examples.</summary>
internal static class ExampleBody
{
    public static string Of(IReadOnlyList<ApiField> fields, bool list = false) =>
        PlanJson.Artifact<JsonNode>(list ? new JsonArray(Tree(fields)) : Tree(fields));

    /// <summary>An error answer in the shape of <c>application/problem+json</c>.</summary>
    public static string Problem(ApiError error) => PlanJson.Artifact(ProblemTree(error));

    public static JsonObject Tree(IReadOnlyList<ApiField> fields)
    {
        var body = new JsonObject();
        foreach (var field in fields)
        {
            body[field.Name] = Value(field);
        }

        return body;
    }

    public static JsonObject ProblemTree(ApiError error) => new()
    {
        ["type"] = $"urn:problem:{error.Code}",
        ["title"] = Words(error.Code),
        ["status"] = error.Status,
    };

    /// <summary>The field's example in its type.</summary>
    public static JsonNode? Value(ApiField field) => field.Type switch
    {
        "integer" when long.TryParse(field.Example, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        "number" when decimal.TryParse(field.Example, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        "boolean" when bool.TryParse(field.Example, out var truth) => truth,
        "array" or "object" => Parsed(field.Example),
        _ => field.Example,
    };

    /// <summary>"Order not found" for <c>order-not-found</c>.</summary>
    private static string Words(string code)
    {
        var words = code.Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? code : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static JsonNode? Parsed(string example)
    {
        try
        {
            return JsonNode.Parse(example);
        }
        catch (System.Text.Json.JsonException)
        {
            return example;
        }
    }
}
