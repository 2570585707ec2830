using System.Text.Json;
using Planner.Core.LanguageModels;

namespace Planner.Integrations.LanguageModels.Chat;

/// <summary>Tokens of an answer.</summary>
internal static class ChatUsage
{
    // Of text that we measured with OpenAI's tokenizer: 4.1 for lists of paths, 3.5 to 4.5 for prose and code. Limits of services reckon
    // from characters, too, and the usage of the answer corrects it, so that no tokenizer with its table of 200,000 words is loaded.
    private const double CharactersPerToken = 3.5;

    /// <summary>As the service counts them; null where it does not tell.</summary>
    public static ModelUsage? Of(JsonElement root)
    {
        if (root.Field("usage") is not { ValueKind: JsonValueKind.Object } usage)
        {
            return null;
        }

        var sent = usage.Field("prompt_tokens_details") ?? default;
        var received = usage.Field("completion_tokens_details") ?? default;
        var (input, output) = (usage.Count("prompt_tokens"), usage.Count("completion_tokens"));
        return new ModelUsage(
            input,
            Math.Min(sent.Count("cached_tokens"), input),
            // OpenAI tells none; gateways to other models write it so.
            Math.Min(Math.Max(sent.Count("cache_creation_tokens"), usage.Count("cache_creation_input_tokens")), input),
            output,
            Math.Min(received.Count("reasoning_tokens"), output));
    }

    /// <summary>What a prompt will take.</summary>
    public static long Estimate(ModelRequest request) => Tokens(
        request.Messages.Sum(Length)
        + request.Tools.Sum(t => (long)t.Name.Length + t.Description.Length + t.Parameters.Length)
        + (request.Schema?.Json.Length ?? 0));

    /// <summary>What a text takes.</summary>
    public static long Tokens(long characters) => (long)Math.Ceiling(characters / CharactersPerToken);

    private static long Length(ModelMessage message) => message switch
    {
        SystemMessage system => system.Text.Length,
        UserMessage user => user.Text.Length,
        AssistantMessage said => said.Text.Length + said.Calls.Sum(c => (long)c.Tool.Length + c.Arguments.Length),
        ToolMessage tool => tool.Text.Length,
        _ => throw new InvalidOperationException("The kinds of messages are closed."),
    };
}
