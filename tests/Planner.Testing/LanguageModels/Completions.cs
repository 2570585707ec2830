using System.Text.Json.Nodes;

namespace Planner.Testing.LanguageModels;

/// <summary>Completions as the service writes them.</summary>
internal static class Completions
{
    private const int CharactersPerToken = 4;

    public static JsonObject Of(ModelReply reply, ModelServerRequest request, PromptCache cache)
    {
        var choice = Choice(reply);
        var prompt = PromptCache.Text(request.Body);
        var sent = prompt.Length / CharactersPerToken;
        var received = choice is null ? 0 : Math.Max(1, choice["message"]!.ToJsonString().Length / CharactersPerToken);
        return new JsonObject
        {
            ["id"] = $"chatcmpl-{cache.Count}",
            ["object"] = "chat.completion",
            ["created"] = 1_772_355_600,
            ["model"] = $"{request.Model}-2026-11-01",
            ["choices"] = choice is null ? new JsonArray() : new JsonArray(choice),
            ["usage"] = new JsonObject
            {
                ["prompt_tokens"] = sent,
                ["completion_tokens"] = received,
                ["total_tokens"] = sent + received,
                ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = cache.Share(request.Model, prompt) / CharactersPerToken },
                ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = received / 2 },
            },
        };
    }

    /// <summary>Beside what is filtered, as Azure has it, what is not.</summary>
    public static JsonObject FilterResults(IEnumerable<string> categories)
    {
        var results = new JsonObject { ["sexual"] = new JsonObject { ["filtered"] = false, ["severity"] = "safe" } };
        foreach (var category in categories)
        {
            results[category] = new JsonObject { ["filtered"] = true, ["severity"] = "high" };
        }

        return results;
    }

    private static JsonObject? Choice(ModelReply reply) => reply switch
    {
        ModelReply.Text text => Choice("stop", text.Content),
        ModelReply.ToolCalls calls => Choice("tool_calls", calls.Content, calls: Calls(calls)),
        ModelReply.Refusal refusal => Choice("stop", null, refusal.Words),
        ModelReply.CutOff cut => Choice("length", cut.Content),
        ModelReply.FilteredAnswer filtered => Choice("content_filter", null, filter: FilterResults(filtered.Categories)),
        ModelReply.NoChoice => null,
        ModelReply.Ends ends => Choice(ends.FinishReason, ends.Content),
        _ => throw new InvalidOperationException("What is no completion is written elsewhere."),
    };

    private static JsonObject Choice(string? finishReason, string? content, string? refusal = null, JsonArray? calls = null, JsonObject? filter = null)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = refusal };
        if (calls is not null)
        {
            message["tool_calls"] = calls;
        }

        return new JsonObject
        {
            ["index"] = 0,
            ["message"] = message,
            ["logprobs"] = null,
            ["finish_reason"] = finishReason,
            ["content_filter_results"] = filter ?? FilterResults([]),
        };
    }

    private static JsonArray Calls(ModelReply.ToolCalls reply) => new([.. reply.Calls.Select((call, i) => new JsonObject
    {
        ["id"] = $"call_{i}_{call.Tool}",
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = call.Tool, ["arguments"] = call.Arguments },
    })]);
}
