using System.ClientModel.Primitives;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Planner.Integrations.Resilience;

namespace Planner.Integrations.LanguageModels.Chat;

/// <summary>What came back over the wire.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Json">The body; undefined where it is no JSON.</param>
/// <param name="IsPage">True for a web page, as log-in pages and proxies give it.</param>
/// <param name="RetryAfter">How long the service asks to wait; null where it does not say.</param>
internal sealed record ChatResponse(int Status, JsonElement Json, bool IsPage, TimeSpan? RetryAfter)
{
    private static readonly string[] Milliseconds = ["retry-after-ms", "x-ms-retry-after-ms"];

    /// <summary>True for a success that holds a completion.</summary>
    public bool IsCompletion => Status is >= 200 and < 300 && Planner.Integrations.LanguageModels.Chat.ChatAnswer.Is(Json);

    /// <summary>The error that it tells of; undefined where there is none.</summary>
    public JsonElement Error => Json.Field("error") ?? default;

    public static ChatResponse Of(PipelineResponse response, RetryAfterGate gate)
    {
        var body = response.Content.ToMemory();
        return new(response.Status, Read(body), body.Span.TrimStart(" \t\r\n"u8).StartsWith("<"u8), Asked(response.Headers, gate));
    }

    private static JsonElement Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // What is no JSON is told by whoever looks for a completion or an error in it.
            return default;
        }
    }

    // Azure's headers in milliseconds are the finer ones, and come first.
    private static TimeSpan? Asked(PipelineResponseHeaders headers, RetryAfterGate gate)
    {
        foreach (var name in Milliseconds)
        {
            if (headers.TryGetValue(name, out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var pause) && pause >= 0)
            {
                return RetryAfterGate.Bounded(TimeSpan.FromMilliseconds(Math.Min(pause, int.MaxValue)));
            }
        }

        return headers.TryGetValue("retry-after", out var after) && RetryConditionHeaderValue.TryParse(after, out var header) ? gate.Asked(header) : null;
    }
}
