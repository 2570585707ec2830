using System.Text.Json.Nodes;
using Planner.Testing.LanguageModels.Refusals;
using Xunit;

namespace Planner.Integrations.Tests.LanguageModels.Server;

/// <summary>The model server refuses what OpenAI's service refuses.</summary>
public sealed class RequestRulesTests
{
    private const string Call =
        """{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"grep","arguments":"{}"}}]}""";

    private const string Nothing = """{"type":"object","properties":{},"required":[],"additionalProperties":false}""";
    private const string Tool = $$$"""{"type":"function","function":{"name":"grep","strict":true,"parameters":{{{Nothing}}} }}""";

    public static TheoryData<string, string> Refused => new()
    {
        { """ "model":"m" """, "Invalid 'messages'" },
        { """ "messages":[{"role":"user","content":"a"}] """, "you must provide a model parameter" },
        { """ "model":"", "messages":[{"role":"user","content":"a"}] """, "you must provide a model parameter" },
        { Good(""" "max_tokens":10 """), "Use 'max_completion_tokens' instead" },
        { Good(""" "max_completion_tokens":0 """), "Expected a value >= 1" },
        { Good(""" "max_output_tokens":10 """), "Unknown parameter: 'max_output_tokens'" },
        { Good(""" "stream":true """), "does not stream" },
        { Good($""" "prompt_cache_key":"{new string('k', 65)}" """), "string too long" },
        { Good(""" "tool_choice":"none" """), "only allowed when 'tools' are specified" },
        { Good($""" "tool_choice":"perhaps", "tools":[{Tool}] """), "Supported values are: 'none', 'auto', and 'required'" },
        { Good(""" "tools":[] """), "expected an array of 1 to 128 tools" },
        { Good($""" "tools":[{Tool.Replace("grep", "grep files", StringComparison.Ordinal)}] """), "does not match pattern" },
        { Good($""" "tools":[{Tool.Replace("grep", new string('g', 65), StringComparison.Ordinal)}] """), "does not match pattern" },
        { Good($""" "tools":[{Tool.Replace(":false", ":true", StringComparison.Ordinal)}] """), "Invalid schema for function 'grep'" },
        { Good(Shape("a.b")), "does not match pattern" },
        { Good(Shape("a")), "Invalid schema for response_format 'a'" },
        { Good(""" "response_format":{"type":"xml"} """), "Supported values are: 'json_object', 'json_schema', and 'text'" },
        { Talk("""{"role":"robot","content":"a"}"""), "Invalid value: 'robot'" },
        { Talk("""{"role":"user"}"""), "expected content" },
        { Talk("""{"role":"assistant","content":null}"""), "expected content or tool_calls" },
        { Talk("""{"role":"tool","tool_call_id":"c1","content":"a"}"""), "must be a response to a preceeding message with 'tool_calls'" },
        { Talk(Call), "did not have response messages: c1" },
        { Talk(Call, """{"role":"user","content":"a"}"""), "did not have response messages: c1" },
        { Talk(Call, """{"role":"tool","tool_call_id":"c2","content":"a"}"""), "must be a response" },
        { Talk(Call, """{"role":"tool","tool_call_id":"c1","content":"a"}""", """{"role":"tool","tool_call_id":"c1","content":"a"}"""), "must be a response" },
        { Talk("""{"role":"assistant","content":null,"tool_calls":[]}"""), "empty array" },
        { Talk(Call.Replace("\"id\":\"c1\",", "", StringComparison.Ordinal)), "expected tool_calls with id" },
    };

    public static TheoryData<string> Taken =>
    [
        Good(""" "max_completion_tokens":1, "store":false, "reasoning_effort":"low", "prompt_cache_key":"k" """),
        Good($""" "tools":[{Tool}], "tool_choice":"none" """),
        Good($""" "tools":[{Tool}], "parallel_tool_calls":false """),
        Talk(Call, """{"role":"tool","tool_call_id":"c1","content":"a"}""", """{"role":"user","content":[{"type":"text","text":"b"}]}"""),
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void WrongRequest_IsRefusedInTheServicesWords(string fields, string expected)
    {
        var refusal = RequestRules.Check(JsonNode.Parse($"{{{fields}}}")!.AsObject());

        Assert.Equal(400, refusal?.Status);
        Assert.Contains(expected, refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public void GoodRequest_IsTaken(string fields) => Assert.Null(RequestRules.Check(JsonNode.Parse($"{{{fields}}}")!.AsObject()));

    private static string Shape(string name) =>
        $$$$""" "response_format":{"type":"json_schema","json_schema":{"name":"{{{{name}}}}","strict":true,"schema":{"type":"array"}}} """;

    private static string Good(string fields) => $$""" "model":"m", "messages":[{"role":"user","content":"a"}], {{fields}} """;

    private static string Talk(params string[] messages) => $$""" "model":"m", "messages":[{{string.Join(',', messages)}}] """;
}
