using System.Text.Json;
using Planner.Core.LanguageModels;

namespace Planner.Integrations.LanguageModels.Chat;

/// <summary>
/// Reads what a service answered. The client's own reader throws on an empty list of choices and on an end that it does not know, and
/// what was used up is lost with it; here every answer is told apart and keeps its usage.
/// </summary>
/// <param name="root">The body of a success.</param>
/// <param name="deployment">Who was asked.</param>
/// <param name="estimate">What it took, for a service that does not tell.</param>
internal sealed class ChatAnswer(JsonElement root, string deployment, ModelUsage estimate)
{
    private readonly ModelUsage usage = ChatUsage.Of(root) ?? estimate;
    private readonly string model = root.Text("model") is { Length: > 0 } named ? named : deployment;

    /// <summary>True for a completion, however empty; false for what some other server says.</summary>
    public static bool Is(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && (root.Field("choices") is not null || root.Field("usage") is not null);

    /// <summary>The answer.</summary>
    public ModelAnswer Read()
    {
        if (root.Items("choices").Cast<JsonElement?>().FirstOrDefault() is not { } choice)
        {
            return Empty("no choice");
        }

        var message = choice.Field("message") ?? default;
        // A half of a surrogate pair is JSON and no text.
        if (!message.IsText())
        {
            return Empty("text that is no Unicode");
        }

        return choice.Text("finish_reason") switch
        {
            "content_filter" => Filtered(choice),
            "length" => new CutOffAnswer(Content(message)) { Deployment = deployment, Model = model, Usage = usage },
            "stop" or "tool_calls" => Said(message),
            "" => Empty("no reason why it ended"),
            var other => Empty($"an end that is not known: {Word(other)}"),
        };
    }

    private ModelAnswer Said(JsonElement message)
    {
        if (message.Text("refusal") is { Length: > 0 } words)
        {
            return new RefusedAnswer(words) { Deployment = deployment, Model = model, Usage = usage };
        }

        var calls = message.Items("tool_calls").Select(Call).ToList();
        if (calls.Any(c => c.Id.Length == 0 || c.Tool.Length == 0))
        {
            return Empty("a call without an id or a tool");
        }

        var text = Content(message);
        if (calls.Count > 0)
        {
            return new ToolCallsAnswer(text, calls) { Deployment = deployment, Model = model, Usage = usage };
        }

        return text.Length > 0 ? new CompletedAnswer(text) { Deployment = deployment, Model = model, Usage = usage } : Empty("no content");
    }

    private FilteredAnswer Filtered(JsonElement choice) =>
        new(OfRequest: false, ContentFilter.Categories(choice.Field("content_filter_results"))) { Deployment = deployment, Model = model, Usage = usage };

    private EmptyAnswer Empty(string reason) => new(reason) { Deployment = deployment, Model = model, Usage = usage };

    private static ToolCall Call(JsonElement call)
    {
        var function = call.Field("function") ?? default;
        return new(call.Text("id"), function.Text("name"), function.Text("arguments"));
    }

    // A text, or as some servers have it a list of parts.
    private static string Content(JsonElement message) => message.Text("content") is { Length: > 0 } text
        ? text
        : string.Concat(message.Items("content").Select(part => part.Text("text")));

    private static string Word(string text) => string.Concat(text.Take(40).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
