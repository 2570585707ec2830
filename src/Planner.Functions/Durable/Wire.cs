using System.Text.Json.Serialization;
using Planner.Durability;

namespace Planner.Functions.Durable;

// What lies in Durable Task's histories. Names are pinned, because hosts differ in how they would spell them, and
// what one version of the app wrote must be read by the next. What functions take and return is public, as they must be.

/// <summary>Input of an orchestration: the story's own input and what outlives a history.</summary>
internal sealed record RunEnvelope
{
    [JsonPropertyName("storyVersion")]
    public required string StoryVersion { get; init; }

    [JsonPropertyName("input")]
    public required string Input { get; init; }

    /// <summary>How many steps were called before this history began.</summary>
    [JsonPropertyName("calls")]
    public int Calls { get; init; }

    /// <summary>Signals that came before this history began and that nobody has consumed.</summary>
    [JsonPropertyName("signals")]
    public IReadOnlyList<KeptSignal> Signals { get; init; } = [];

    /// <summary>The run of another story version that this one took over from.</summary>
    [JsonPropertyName("previous")]
    public string? Previous { get; init; }

    /// <summary>The span that started the run, as a W3C traceparent; null where nobody traced.</summary>
    [JsonPropertyName("trace")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }

    /// <summary>How often in a row runs of this same version were taken over, because hosts of older versions met them.</summary>
    [JsonPropertyName("takeovers")]
    public int Takeovers { get; init; }

    /// <summary>Which of the adapter's own habits the run was started with, so that a history is replayed as it was made.</summary>
    [JsonPropertyName("habits")]
    public int Habits { get; init; }

    /// <summary>The envelope in the text, or null where it is none.</summary>
    public static RunEnvelope? Read(string? json) =>
        JsonText.Read<RunEnvelope>(json) is { Input: not null, Signals: not null } envelope && StoryVersions.IsVersion(envelope.StoryVersion) ? envelope : null;
}

internal sealed record KeptSignal(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("payload")] string Payload);

/// <summary>Input of an activity.</summary>
public sealed record StepMessage
{
    [JsonPropertyName("run")]
    public required string RunId { get; init; }

    [JsonPropertyName("key")]
    public required string Key { get; init; }

    [JsonPropertyName("attempt")]
    public required int Attempt { get; init; }

    [JsonPropertyName("now")]
    public required DateTimeOffset Now { get; init; }

    [JsonPropertyName("input")]
    public required string Input { get; init; }

    /// <summary>The run's <see cref="RunEnvelope.TraceParent"/>.</summary>
    [JsonPropertyName("trace")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }

    /// <summary>The span whose signal came last before the call, where it led to it; else null.</summary>
    [JsonPropertyName("cause")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cause { get; init; }
}

/// <summary>
/// Output of an activity: a result, or why there is none. A failed attempt is an output too, since an exception on
/// its way through the host loses whether a retry helps.
/// </summary>
public sealed record DurableStepOutcome(
    [property: JsonPropertyName("result")] string? Result,
    [property: JsonPropertyName("failure")] StepFailure? Failure);

/// <summary>Why an attempt failed.</summary>
public sealed record StepFailure(
    [property: JsonPropertyName("cause")] string Cause,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("retryHelps")] bool RetryHelps);

internal sealed record SignalMessage([property: JsonPropertyName("payload")] string Payload)
{
    /// <summary>The span that sent it, as a W3C traceparent; null where nobody traced.</summary>
    [JsonPropertyName("trace")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }
}

/// <summary>Output of an orchestration whose story ended.</summary>
public sealed record RunResult([property: JsonPropertyName("result")] string Result);

/// <summary>Output of an orchestration that was ended from outside.</summary>
internal sealed record RunEnd(
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("succeededBy")] string? SucceededBy)
{
    /// <summary>The run in whose favour, or null.</summary>
    [JsonPropertyName("supersededBy")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SupersededBy { get; init; }

    public static RunEnd Of(Termination why) => new(why.Reason, null) { SupersededBy = why.SupersededBy };
}
