using System.Text.Json.Nodes;
using Planner.Testing.LanguageModels;
using Planner.Testing.LanguageModels.Refusals;
using Xunit;

namespace Planner.Integrations.Tests.LanguageModels.Server;

public sealed class SchemaRulesTests
{
    private const string Closed = "\"additionalProperties\":false";

    // A list, whose nodes hold the next one.
    private const string Node =
        """{"type":"object","properties":{"next":{"anyOf":[{"$ref":"#/$defs/node"},{"type":"null"}]}},"required":["next"],"additionalProperties":false}""";

    private const string Recursive =
        """{"type":"object","properties":{"a":{"$ref":"#/$defs/node"}},"required":["a"],"additionalProperties":false,"$defs":{"node":""" + Node + "}}";

    public static TheoryData<string, string> Refused => new()
    {
        { """ "no object" """, "must be a JSON object" },
        { """{"type":"array","items":{"type":"string"}}""", "must have type 'object'" },
        { $$$"""{"type":["object","null"],"properties":{},{{{Closed}}}}""", "must have type 'object'" },
        { $$$"""{"type":"object","properties":{},{{{Closed}}},"anyOf":[]}""", "not have 'anyOf' at the top level" },
        { """{"type":"object","properties":{}}""", "'additionalProperties' is required" },
        { $$$"""{"type":"object","properties":{"a":{"type":"string"}},"required":[],{{{Closed}}}}""", "Missing 'a'" },
        { $$$"""{"type":"object","properties":{"a":{"type":"string"}},{{{Closed}}}}""", "Missing 'a'" },
        { $$$"""{"type":"object","properties":{},"required":["b"],{{{Closed}}}}""", "'b', which is no property" },
        { Of("""{"type":"string","maxLength":5}"""), "'maxLength' is not permitted" },
        { Of("""{"type":"string","pattern":"a"}"""), "'pattern' is not permitted" },
        { Of("""{"type":"string","format":"date"}"""), "'format' is not permitted" },
        { Of("""{"type":"integer","minimum":1}"""), "'minimum' is not permitted" },
        { Of("""{"type":"array","items":{"type":"string"},"minItems":1}"""), "'minItems' is not permitted" },
        { Of("""{"allOf":[]}"""), "'allOf' is not permitted" },
        { Of("""{"type":"string","default":"a"}"""), "'default' is not permitted" },
        { Of("""{"type":"array"}"""), "array schema missing items" },
        { Of("""{}"""), "must have a 'type' key" },
        { Of("""{"type":"text"}"""), "'text' is not a valid type" },
        { Of("""{"$ref":"#/$defs/none"}"""), "cannot be resolved" },
        { Of("""{"type":"object","properties":{}}"""), "In context=().a, 'additionalProperties'" },
        { Of("""{"type":"array","items":{"type":"object","properties":{}}}"""), "In context=().a.items" },
        { Of("""{"anyOf":[{"type":"null"},{"type":"object","properties":{}}]}"""), "In context=().a.anyOf[1]" },
        { Nested(6), "6 levels of nesting exceed the limit of 5" },
        { Wide(101), "more than 100 properties" },
    };

    public static TheoryData<string> Taken =>
    [
        Of("""{"type":["string","null"],"description":"A name."}"""),
        Of("""{"type":"string","enum":["a","b"]}"""),
        Of("""{"anyOf":[{"type":"string"},{"type":"null"}]}"""),
        Recursive,
        Nested(5),
        Wide(100),
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void WrongSchema_IsRefusedInTheServicesWords(string schema, string expected) =>
        Assert.Contains(expected, SchemaRules.Fault(JsonNode.Parse(schema)) ?? "taken", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Taken))]
    public void GoodSchema_IsTakenAndHasASmallestAnswer(string schema)
    {
        Assert.Null(SchemaRules.Fault(JsonNode.Parse(schema)));
        var format = new JsonObject { ["json_schema"] = new JsonObject { ["schema"] = JsonNode.Parse(schema) } };
        var body = new JsonObject { ["response_format"] = format };
        var answer = JsonNode.Parse(SmallestAnswer.To(body))!.AsObject();
        Assert.Equal(JsonNode.Parse(schema)!["properties"]!.AsObject().Select(p => p.Key), answer.Select(p => p.Key));
    }

    private static string Of(string property) => $$$"""{"type":"object","properties":{"a":{{{property}}}},"required":["a"],{{{Closed}}}}""";

    private static string Nested(int levels) => levels == 1 ? Wide(1) : Of(Nested(levels - 1));

    private static JsonNode? Text() => new JsonObject { ["type"] = "string" };

    private static string Wide(int properties) =>
        new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(Enumerable.Range(0, properties).Select(i => KeyValuePair.Create($"p{i}", Text()))),
            ["required"] = new JsonArray([.. Enumerable.Range(0, properties).Select(i => (JsonNode)$"p{i}")]),
            ["additionalProperties"] = false,
        }.ToJsonString();
}
