using System.ClientModel.Primitives;
using System.Text;
using System.Text.Json.Nodes;
using OpenAI.Chat;
using Planner.Core.LanguageModels;
using Planner.Integrations.Artifacts;

namespace Planner.Integrations.LanguageModels.Chat;

/// <summary>Writes a request as Chat Completions take it. Equal requests give equal bytes, which the provider's cache depends on.</summary>
internal static class ChatRequest
{
    // OpenAI refuses longer keys.
    private const int LongestCacheKey = 64;

    /// <param name="request">What is asked.</param>
    /// <param name="deployment">Who is asked.</param>
    /// <param name="effort">How much it reasons; null: as it does by itself.</param>
    public static BinaryData Write(ModelRequest request, string deployment, string? effort)
    {
        var options = new ChatCompletionOptions
        {
            MaxOutputTokenCount = request.MaxOutputTokens,
            // Prompts hold the team's code: the service keeps none for its dashboards.
            StoredOutputEnabled = false,
            ResponseFormat = request.Schema is { } schema
                ? ChatResponseFormat.CreateJsonSchemaFormat(schema.Name, BinaryData.FromString(schema.Json), jsonSchemaIsStrict: true)
                : null,
        };
        foreach (var tool in request.Tools)
        {
            options.Tools.Add(ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromString(tool.Parameters), functionSchemaIsStrict: true));
        }

        if (request.Tools.Count > 0 && !request.MayCallTools)
        {
            options.ToolChoice = ChatToolChoice.CreateNoneChoice();
        }

        Patch(options, request, deployment, effort);
        return ModelReaderWriter.Write(options);
    }

    /// <summary>What the client's options do not hold: it adds model and messages in the call that also reads the answer, which is ours.</summary>
    private static void Patch(ChatCompletionOptions options, ModelRequest request, string deployment, string? effort)
    {
#pragma warning disable SCME0001 // JsonPatch is the client's own way to what it has no stable property for.
        options.Patch.Set("$.model"u8, deployment);
        options.Patch.Set("$.messages"u8, Messages(request));
        if (request.CacheKey is { Length: > 0 } key)
        {
            options.Patch.Set("$.prompt_cache_key"u8, key.Length <= LongestCacheKey ? key : ContentHash.Of(Encoding.UTF8.GetBytes(key)));
        }

        if (effort is not null)
        {
            options.Patch.Set("$.reasoning_effort"u8, effort);
        }

#pragma warning restore SCME0001
    }

    private static BinaryData Messages(ModelRequest request) =>
        BinaryData.FromString(new JsonArray([.. request.Messages.Select(m => JsonNode.Parse(ModelReaderWriter.Write(Message(m))))]).ToJsonString());

    private static ChatMessage Message(ModelMessage message) => message switch
    {
        SystemMessage system => new SystemChatMessage(system.Text),
        UserMessage user => new UserChatMessage(user.Text),
        AssistantMessage said => Assistant(said),
        ToolMessage tool => new ToolChatMessage(tool.CallId, tool.Text),
        _ => throw new InvalidOperationException("The kinds of messages are closed."),
    };

    private static AssistantChatMessage Assistant(AssistantMessage said)
    {
        var calls = said.Calls.Select(c => ChatToolCall.CreateFunctionToolCall(c.Id, c.Tool, BinaryData.FromString(c.Arguments))).ToList();
        if (calls.Count == 0)
        {
            return new AssistantChatMessage(said.Text);
        }

        var message = new AssistantChatMessage(calls);
        if (said.Text.Length > 0)
        {
            message.Content.Add(ChatMessageContentPart.CreateTextPart(said.Text));
        }

        return message;
    }
}
