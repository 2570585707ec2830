using System.Text.Json.Nodes;

namespace Planner.Testing.LanguageModels;

/// <summary>One way to answer, or to misbehave.</summary>
public abstract record ModelReply
{
    /// <summary>A whole answer.</summary>
    /// <param name="Content">Plain text, or the JSON that the schema asks for.</param>
    public sealed record Text(string Content) : ModelReply;

    /// <summary>The model wants to look something up.</summary>
    /// <param name="Calls">Names of tools with arguments, as the model writes them: they need not be JSON.</param>
    public sealed record ToolCalls(params IReadOnlyList<(string Tool, string Arguments)> Calls) : ModelReply
    {
        /// <summary>What the model says besides, or null.</summary>
        public string? Content { get; init; }
    }

    /// <summary>The model does not want to: <c>stop</c> with <c>refusal</c>.</summary>
    public sealed record Refusal(string Words) : ModelReply;

    /// <summary>The answer was longer than allowed: <c>length</c>.</summary>
    public sealed record CutOff(string Content) : ModelReply;

    /// <summary>The filter held the answer back: <c>content_filter</c> and no content.</summary>
    public sealed record FilteredAnswer(params IReadOnlyList<string> Categories) : ModelReply;

    /// <summary>The filter held the request back: 400 with <c>content_filter</c>.</summary>
    public sealed record FilteredRequest(params IReadOnlyList<string> Categories) : ModelReply;

    /// <summary>A completion without a choice.</summary>
    public sealed record NoChoice : ModelReply;

    /// <summary>A completion that ends for a reason of its own.</summary>
    /// <param name="FinishReason">Like <c>mystery</c>; null is written as null.</param>
    /// <param name="Content">What there is of it.</param>
    public sealed record Ends(string? FinishReason, string? Content = null) : ModelReply;

    /// <summary>A body as it is.</summary>
    /// <param name="Body">JSON, half of it, or a page.</param>
    /// <param name="ContentType">Of the body.</param>
    public sealed record Raw(string Body, string ContentType = "application/json") : ModelReply;

    /// <summary>A status with an error.</summary>
    /// <param name="Code">Like 503.</param>
    /// <param name="ErrorCode">The service's own code, or null.</param>
    /// <param name="Message">The service's words.</param>
    /// <param name="Headers">Like <c>retry-after-ms</c>.</param>
    public sealed record Status(int Code, string? ErrorCode = null, string Message = "No.", params IReadOnlyList<(string Name, string Value)> Headers)
        : ModelReply
    {
        /// <summary>What the error is about, or null.</summary>
        public string? Param { get; init; }
    }

    /// <summary>Answers late, by the clock of the server.</summary>
    public sealed record Slow(TimeSpan By, ModelReply Then) : ModelReply;

    /// <summary>Never answers.</summary>
    public sealed record Silence : ModelReply;

    /// <summary>Breaks the connection at once.</summary>
    public sealed record Break : ModelReply;

    /// <summary>Breaks the connection in the middle of the answer.</summary>
    public sealed record BreakInBody : ModelReply;

    /// <summary>A body without an end in sight.</summary>
    /// <param name="Megabytes">Of it.</param>
    public sealed record Huge(int Megabytes) : ModelReply;

    /// <summary>What is sent for a text that a test wrote as an object.</summary>
    public static Text Json(JsonNode content) => new(content.ToJsonString());
}
