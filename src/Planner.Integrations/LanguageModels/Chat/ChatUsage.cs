using System.Text.Json;
using Planner.Core.LanguageModels;

namespace Planner.Integrations.LanguageModels.Chat;

/// <summary>Tokens of an answer.</summary>
internal static class ChatUsage
{
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
}
