using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Planner.Testing.LanguageModels.Refusals;

/// <summary>What OpenAI's service refuses of a request before any model sees it.</summary>
public static partial class RequestRules
{
    private const int MostTools = 128;
    private const int LongestDescription = 1_024;
    private const int LongestCacheKey = 64;
    private const string OldLimit = "Unsupported parameter: 'max_tokens' is not supported with this model.";
    private const string Formats = "Supported values are: 'json_object', 'json_schema', and 'text'.";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "model", "messages", "tools", "tool_choice", "parallel_tool_calls", "response_format", "max_completion_tokens", "max_tokens",
        "prompt_cache_key", "safety_identifier", "store", "metadata", "reasoning_effort", "verbosity", "temperature", "top_p", "n", "stop",
        "seed", "frequency_penalty", "presence_penalty", "logprobs", "top_logprobs", "logit_bias", "user", "service_tier", "stream",
        "stream_options", "modalities", "prediction", "prompt_cache_retention",
    };

    /// <summary>The first thing that is wrong; null where the request is taken.</summary>
    public static RequestRefusal? Check(JsonObject body) =>
        Parameters(body) ?? MessageRules.Check(body["messages"]) ?? Tools(body) ?? ToolChoice(body) ?? Format(body["response_format"]);

    /// <summary>True for a name of a tool or a schema.</summary>
    public static bool IsName(JsonNode? name) => name is JsonValue value && value.TryGetValue<string>(out var text) && Name().IsMatch(text);

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var isTrue) && isTrue;

    private static RequestRefusal TooLong(string at, int most) =>
        new(400, $"Invalid '{at}': string too long. Expected a string with maximum length {most}.", at, "string_above_max_length");

    private static RequestRefusal NoName(string at) => new(
        400, $"Invalid '{at}': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.", at, "invalid_value");

    private static RequestRefusal? Parameters(JsonObject body)
    {
        if (body.Select(p => p.Key).FirstOrDefault(key => !Known.Contains(key)) is { } unknown)
        {
            return new(400, $"Unknown parameter: '{unknown}'.", unknown, "unknown_parameter");
        }

        if (body["model"] is not JsonValue model || !model.TryGetValue<string>(out var name) || name.Length == 0)
        {
            return new(400, "you must provide a model parameter", "model", "missing_required_parameter");
        }

        if (body.ContainsKey("max_tokens"))
        {
            return new(400, $"{OldLimit} Use 'max_completion_tokens' instead.", "max_tokens", "unsupported_parameter");
        }

        if (body["max_completion_tokens"] is { } most && !(most is JsonValue count && count.TryGetValue<long>(out var tokens) && tokens >= 1))
        {
            return new(400, "Invalid 'max_completion_tokens': Expected a value >= 1.", "max_completion_tokens", "integer_below_min_value");
        }

        if (body["prompt_cache_key"] is JsonValue key && key.TryGetValue<string>(out var cached) && cached.Length > LongestCacheKey)
        {
            return TooLong("prompt_cache_key", LongestCacheKey);
        }

        return IsTrue(body["stream"])
            ? new(400, "This server does not stream.", "stream", "unsupported_value")
            : null;
    }

    private static RequestRefusal? Tools(JsonObject body)
    {
        if (body["tools"] is not { } given)
        {
            return null;
        }

        if (given is not JsonArray { Count: > 0 and <= MostTools } tools)
        {
            return new(400, $"Invalid 'tools': expected an array of 1 to {MostTools} tools.", "tools", "invalid_value");
        }

        return tools.Select((tool, i) => Tool(tool as JsonObject, $"tools[{i}]")).FirstOrDefault(refusal => refusal is not null);
    }

    private static RequestRefusal? Tool(JsonObject? tool, string at)
    {
        if ((string?)tool?["type"] != "function" || tool["function"] is not JsonObject function)
        {
            return new(400, $"Invalid value: '{at}.type'. Supported values are: 'function'.", at, "invalid_value");
        }

        if (!IsName(function["name"]))
        {
            return NoName($"{at}.function.name");
        }

        if (((string?)function["description"])?.Length > LongestDescription)
        {
            return TooLong($"{at}.function.description", LongestDescription);
        }

        return IsTrue(function["strict"]) && SchemaRules.Fault(function["parameters"]) is { } fault
            ? new(400, $"Invalid schema for function '{function["name"]}': {fault}", $"{at}.function.parameters", "invalid_function_parameters")
            : null;
    }

    private static RequestRefusal? ToolChoice(JsonObject body)
    {
        if (body["tool_choice"] is not { } choice)
        {
            return null;
        }

        if (body["tools"] is null)
        {
            return new(400, "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.", "tool_choice");
        }

        return choice is JsonObject || (choice is JsonValue value && value.TryGetValue<string>(out var word) && word is "none" or "auto" or "required")
            ? null
            : new(400, "Invalid value for 'tool_choice'. Supported values are: 'none', 'auto', and 'required'.", "tool_choice", "invalid_value");
    }

    private static RequestRefusal? Format(JsonNode? format)
    {
        if (format is null || (string?)format["type"] is "text" or "json_object")
        {
            return null;
        }

        if ((string?)format["type"] != "json_schema" || format["json_schema"] is not JsonObject schema)
        {
            return new(400, $"Invalid value: 'response_format.type'. {Formats}", "response_format", "invalid_value");
        }

        if (!IsName(schema["name"]))
        {
            return NoName("response_format.json_schema.name");
        }

        return IsTrue(schema["strict"]) && SchemaRules.Fault(schema["schema"]) is { } fault
            ? new(400, $"Invalid schema for response_format '{schema["name"]}': {fault}", "response_format")
            : null;
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex Name();
}
