using System.Text.Json.Nodes;
using Planner.Core.LanguageModels;
using Planner.Integrations.LanguageModels.Chat;
using Xunit;

namespace Planner.Integrations.Tests.LanguageModels.Chat;

/// <summary>What goes over the wire.</summary>
public sealed class ChatRequestTests
{
    private const string Schema = """{"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}""";

    private static readonly ModelTool ReadFile = new("read_file", "The text of a file.", Schema);

    [Fact]
    public void WholeRequest_IsWrittenAsTheServiceHasIt()
    {
        var request = ModelBench.Question() with
        {
            Messages =
            [
                new SystemMessage("You plan."), new UserMessage("What changes?"),
                new AssistantMessage("I look.", [new ToolCall("call_1", "read_file", "{\"a\":\"b\"}")]), new ToolMessage("call_1", "class A;"),
                new AssistantMessage("", [new ToolCall("call_2", "read_file", "no JSON")]), new ToolMessage("call_2", ""),
            ],
            Tools = [ReadFile],
            MayCallTools = false,
            Schema = new AnswerSchema("opinion", Schema),
            CacheKey = "SHOP-101",
        };

        var expected = JsonNode.Parse(
            $$$"""
            {
              "model": "gpt-5.2",
              "messages": [
                {"role":"system","content":"You plan."}, {"role":"user","content":"What changes?"},
                {"role":"assistant","content":"I look.",
                 "tool_calls":[{"id":"call_1","type":"function","function":{"name":"read_file","arguments":"{\"a\":\"b\"}"}}]},
                {"role":"tool","tool_call_id":"call_1","content":"class A;"},
                {"role":"assistant","tool_calls":[{"id":"call_2","type":"function","function":{"name":"read_file","arguments":"no JSON"}}]},
                {"role":"tool","tool_call_id":"call_2","content":""}
              ],
              "tools": [{"type":"function","function":{"name":"read_file","description":"The text of a file.","strict":true,"parameters":{{{Schema}}}}}],
              "tool_choice": "none",
              "response_format": {"type":"json_schema","json_schema":{"name":"opinion","strict":true,"schema":{{{Schema}}}}},
              "max_completion_tokens": 1000, "store": false, "prompt_cache_key": "SHOP-101", "reasoning_effort": "low"
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, Written(request, "low")), Written(request, "low").ToJsonString());
    }

    [Fact]
    public void PlainQuestion_SaysNothingThatWasNotAsked() =>
        Assert.Equal(
            ["max_completion_tokens", "messages", "model", "store"],
            Written(ModelBench.Question()).AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void ToolsThatMayBeCalled_AreLeftToTheModel() =>
        Assert.False(Written(ModelBench.Question() with { Tools = [ReadFile] }).AsObject().ContainsKey("tool_choice"));

    [Fact]
    public void NoTools_HaveNoChoice() =>
        Assert.False(Written(ModelBench.Question() with { MayCallTools = false }).AsObject().ContainsKey("tool_choice"));

    [Fact]
    public void EqualRequests_AreEqualBytes()
    {
        var request = ModelBench.Question("Wie heißt es? 🙂") with { Tools = [ReadFile], Schema = new AnswerSchema("opinion", Schema) };

        Assert.Equal(ChatRequest.Write(request, "d", null).ToArray(), ChatRequest.Write(request with { }, "d", null).ToArray());
        Assert.Equal("Wie heißt es? 🙂", (string?)Written(request)["messages"]![1]!["content"]);
    }

    [Fact]
    public void LongCacheKey_IsShortenedToOneThatTheServiceTakes()
    {
        var key = (string)Written(ModelBench.Question() with { CacheKey = new string('k', 65) })["prompt_cache_key"]!;

        Assert.Equal(64, key.Length);
        Assert.NotEqual(key, (string)Written(ModelBench.Question() with { CacheKey = new string('k', 66) })["prompt_cache_key"]!);
    }

    private static JsonNode Written(ModelRequest request, string? effort = null) => JsonNode.Parse(ChatRequest.Write(request, "gpt-5.2", effort))!;
}
