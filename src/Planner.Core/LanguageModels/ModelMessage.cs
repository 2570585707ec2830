using System.Text.Json.Serialization;

namespace Planner.Core.LanguageModels;

/// <summary>Something that was said to a model or by it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "role")]
[JsonDerivedType(typeof(SystemMessage), "system")]
[JsonDerivedType(typeof(UserMessage), "user")]
[JsonDerivedType(typeof(AssistantMessage), "assistant")]
[JsonDerivedType(typeof(ToolMessage), "tool")]
public abstract record ModelMessage
{
    private protected ModelMessage()
    {
    }
}

/// <summary>What the product asks: its own words and nothing that was read.</summary>
public sealed record SystemMessage(string Text) : ModelMessage;

/// <summary>Facts and the question. What was read from outside stands fenced as data.</summary>
public sealed record UserMessage(string Text) : ModelMessage;

/// <summary>What the model said before.</summary>
public sealed record AssistantMessage(string Text, IReadOnlyList<ToolCall> Calls) : ModelMessage;

/// <summary>What a tool gave, as data.</summary>
/// <param name="CallId">The call that it answers.</param>
/// <param name="Text">The result, or what is wrong with the call.</param>
public sealed record ToolMessage(string CallId, string Text) : ModelMessage;

/// <summary>A model asks for something.</summary>
/// <param name="Id">Of the call, as the service gave it.</param>
/// <param name="Tool">The tool's name, which need not exist.</param>
/// <param name="Arguments">As the model wrote them: it should be JSON and need not be.</param>
public sealed record ToolCall(string Id, string Tool, string Arguments);
