using System.Text.Json.Nodes;

namespace Planner.Testing.LanguageModels.Refusals;

/// <summary>What a conversation must look like: each call of a tool is answered at once, and nothing else is.</summary>
internal static class MessageRules
{
    private const string Roles = "Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and 'developer'.";

    // The service's own words, with its own spelling.
    private const string Unasked = "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.";

    public static RequestRefusal? Check(JsonNode? given)
    {
        if (given is not JsonArray { Count: > 0 } messages)
        {
            return new(400, "Invalid 'messages': empty array. Expected an array with minimum length 1.", "messages", "empty_array");
        }

        var open = new List<string>();
        foreach (var (i, node) in messages.Index())
        {
            if ((node is JsonObject message ? Message(message, open, i) : Invalid(i, "expected an object")) is { } refusal)
            {
                return refusal;
            }
        }

        return open.Count > 0 ? Unanswered(open, messages.Count) : null;
    }

    private static RequestRefusal? Message(JsonObject message, List<string> open, int i)
    {
        var role = message["role"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
        if (role == "tool")
        {
            return Tool(message, open, i);
        }

        if (open.Count > 0)
        {
            return Unanswered(open, i);
        }

        return role switch
        {
            "system" or "developer" or "user" => IsText(message["content"]) ? null : Invalid(i, "expected content that is a string or an array of parts"),
            "assistant" => Assistant(message, open, i),
            _ => new(400, $"Invalid value: '{role}'. {Roles}", $"messages[{i}].role", "invalid_value"),
        };
    }

    private static RequestRefusal? Tool(JsonObject message, List<string> open, int i)
    {
        if (!IsText(message["content"]))
        {
            return Invalid(i, "expected content that is a string or an array of parts");
        }

        return message["tool_call_id"] is JsonValue id && id.TryGetValue<string>(out var text) && open.Remove(text)
            ? null
            : new(400, Unasked, $"messages.[{i}].role");
    }

    private static RequestRefusal? Assistant(JsonObject message, List<string> open, int i)
    {
        if (message["tool_calls"] is not JsonArray calls)
        {
            return IsText(message["content"]) ? null : Invalid(i, "expected content or tool_calls");
        }

        if (calls.Count == 0)
        {
            return new(400, $"Invalid 'messages[{i}].tool_calls': empty array.", $"messages[{i}].tool_calls", "empty_array");
        }

        foreach (var call in calls)
        {
            if ((string?)call?["id"] is not { Length: > 0 } id || !IsCall(call))
            {
                return Invalid(i, "expected tool_calls with id, type, function.name and function.arguments");
            }

            open.Add(id);
        }

        return null;
    }

    private static bool IsCall(JsonNode call) =>
        (string?)call["type"] == "function" && RequestRules.IsName(call["function"]?["name"]) && call["function"]!["arguments"] is JsonValue;

    private static bool IsText(JsonNode? content) => content is JsonArray || (content is JsonValue value && value.TryGetValue<string>(out _));

    private static RequestRefusal Unanswered(List<string> open, int i) => new(
        400,
        "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. "
        + $"The following tool_call_ids did not have response messages: {string.Join(", ", open)}",
        $"messages.[{i}].role");

    private static RequestRefusal Invalid(int i, string what) => new(400, $"Invalid type for 'messages[{i}]': {what}.", $"messages[{i}]", "invalid_type");
}
