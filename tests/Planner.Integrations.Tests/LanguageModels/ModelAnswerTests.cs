using Planner.Core.LanguageModels;
using Planner.Testing.LanguageModels;
using Xunit;

namespace Planner.Integrations.Tests.LanguageModels;

/// <summary>Every way in which a service answers is told apart and keeps what it took.</summary>
public sealed class ModelAnswerTests
{
    public static TheoryData<ModelReply, string> Answers => new()
    {
        { new ModelReply.Text("""{"a":1}"""), """completed: {"a":1}""" },
        { new ModelReply.ToolCalls(("read_file", """{"path":"A.cs"}"""), ("grep", "no JSON")), """toolCalls: read_file({"path":"A.cs"}) grep(no JSON)""" },
        { new ModelReply.CutOff("""{"a":"""), """cutOff: {"a":""" },
        { new ModelReply.Refusal("I cannot help with that."), "refused: I cannot help with that." },
        { new ModelReply.FilteredAnswer("violence", "hate"), "filtered answer: hate violence" },
        { new ModelReply.FilteredAnswer(), "filtered answer: " },
        { new ModelReply.NoChoice(), "empty: no choice" },
        { new ModelReply.Ends("mystery", "half"), "empty: an end that is not known: mystery" },
        { new ModelReply.Ends(null, "half"), "empty: no reason why it ended" },
        { new ModelReply.Ends("stop"), "empty: no content" },
        { new ModelReply.Ends("tool_calls"), "empty: no content" },
    };

    public static TheoryData<string, string> Bodies => new()
    {
        { """{"choices":[{"finish_reason":"stop","message":{"content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}}]}""", "completed: ab" },
        { """{"choices":[{"finish_reason":"stop","message":{"content":"\ud83d"}}]}""", "empty: text that is no Unicode" },
        {
            """{"choices":[{"finish_reason":"tool_calls","message":{"tool_calls":[{"type":"function","function":{"name":"a","arguments":"{}"}}]}}]}""",
            "empty: a call without an id or a tool"
        },
        { """{"choices":[{"finish_reason":"stop","message":{"tool_calls":[{"id":"1","function":{"name":"a","arguments":"{}"}}]}}]}""", "toolCalls: a({})" },
        { """{"choices":[{"finish_reason":"stop"}]}""", "empty: no content" },
        { """{"choices":[{"finish_reason":7,"message":"no"}]}""", "empty: no reason why it ended" },
        { """{"choices":[null]}""", "empty: no reason why it ended" },
        { """{"choices":"none","usage":{"prompt_tokens":-5,"completion_tokens":1e99}}""", "empty: no choice" },
        { """{"choices":[{"finish_reason":"<b>\n\u001b[31m","message":{}}]}""", "empty: an end that is not known: _b____31m" },
    };

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task Answer_IsToldByItsKindWithItsUsage(ModelReply reply, string expected)
    {
        await using var bench = await ModelBench.Open();
        bench.Server.Then(reply);

        var answer = await bench.Ask();

        Assert.Equal((expected, "gpt-5.2", "gpt-5.2-2026-11-01"), (Told(answer), answer.Deployment, answer.Model));
        Assert.True(answer.Usage.Input > 0);
        Assert.Single(bench.Server.Requests);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task StrangeBody_IsToldByWhatThereIs(string body, string expected)
    {
        await using var bench = await ModelBench.Open();
        bench.Server.Then(new ModelReply.Raw(body));

        Assert.Equal(expected, Told(await bench.Ask()));
    }

    [Fact]
    public async Task RequestThatTheFilterHoldsBack_CostsNothing()
    {
        await using var bench = await ModelBench.Open();
        bench.Server.Then(new ModelReply.FilteredRequest("jailbreak", "hate"));

        var answer = Assert.IsType<FilteredAnswer>(await bench.Ask());

        Assert.True(answer.OfRequest);
        Assert.Equal(["hate", "jailbreak"], answer.Categories);
        Assert.Equal(("gpt-5.2", ModelUsage.None), (answer.Deployment, answer.Usage));
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task Usage_IsThatOfTheService()
    {
        await using var bench = await ModelBench.Open();
        bench.Server.Then(new ModelReply.Raw(
            """
            {"model":"m","choices":[{"finish_reason":"stop","message":{"content":"a"}}],"usage":{"prompt_tokens":1000,"completion_tokens":300,
             "prompt_tokens_details":{"cached_tokens":640,"cache_creation_tokens":128},"completion_tokens_details":{"reasoning_tokens":250}}}
            """));

        Assert.Equal(new ModelUsage(1000, 640, 128, 300, 250), (await bench.Ask()).Usage);
    }

    [Fact]
    public async Task UsageThatIsNotTold_IsEstimatedSoThatItIsNotFree()
    {
        await using var bench = await ModelBench.Open();
        bench.Server.Then(new ModelReply.Raw("""{"choices":[{"finish_reason":"stop","message":{"content":"a"}}]}"""));

        var answer = await bench.Ask(ModelBench.Question(new string('x', 35_000)));

        Assert.InRange(answer.Usage.Input, 10_000, 10_100);
        Assert.True(answer.Usage.Output > 0);
        Assert.Equal("gpt-5.2", answer.Model);
    }

    [Fact]
    public async Task CommonBeginning_IsServedFromTheCache()
    {
        await using var bench = await ModelBench.Open();
        var common = new string('x', 20_000);
        await bench.Ask(ModelBench.Question($"{common} database"));

        var usage = (await bench.Ask(ModelBench.Question($"{common} service"))).Usage;

        Assert.InRange(usage.Cached, 4_800, usage.Input);
    }

    private static string Told(ModelAnswer answer) => answer switch
    {
        CompletedAnswer a => $"completed: {a.Text}",
        ToolCallsAnswer a => $"toolCalls: {string.Join(' ', a.Calls.Select(c => $"{c.Tool}({c.Arguments})"))}",
        CutOffAnswer a => $"cutOff: {a.Text}",
        RefusedAnswer a => $"refused: {a.Words}",
        FilteredAnswer a => $"filtered {(a.OfRequest ? "request" : "answer")}: {string.Join(' ', a.Categories)}",
        EmptyAnswer a => $"empty: {a.Reason}",
        _ => throw new InvalidOperationException("The kinds of answers are closed."),
    };
}
