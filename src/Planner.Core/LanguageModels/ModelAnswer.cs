using System.Text.Json.Serialization;

namespace Planner.Core.LanguageModels;

/// <summary>What came back for a request and was paid.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "outcome")]
[JsonDerivedType(typeof(CompletedAnswer), "completed")]
[JsonDerivedType(typeof(ToolCallsAnswer), "toolCalls")]
[JsonDerivedType(typeof(CutOffAnswer), "cutOff")]
[JsonDerivedType(typeof(RefusedAnswer), "refused")]
[JsonDerivedType(typeof(FilteredAnswer), "filtered")]
[JsonDerivedType(typeof(EmptyAnswer), "empty")]
public abstract record ModelAnswer
{
    private protected ModelAnswer()
    {
    }

    /// <summary>The deployment that was called.</summary>
    public required string Deployment { get; init; }

    /// <summary>The model that answered, as the service names it.</summary>
    public required string Model { get; init; }

    /// <summary>What it took.</summary>
    public required ModelUsage Usage { get; init; }
}

/// <summary>The whole answer. That it has the shape that was asked for is still to be checked.</summary>
public sealed record CompletedAnswer(string Text) : ModelAnswer;

/// <summary>The model wants to look something up first.</summary>
public sealed record ToolCallsAnswer(string Text, IReadOnlyList<ToolCall> Calls) : ModelAnswer;

/// <summary>The answer was longer than allowed; what there is of it is no whole JSON.</summary>
public sealed record CutOffAnswer(string Text) : ModelAnswer;

/// <summary>The model does not want to answer, in its own words.</summary>
public sealed record RefusedAnswer(string Words) : ModelAnswer;

/// <summary>The service's content filter held back the request or the answer.</summary>
/// <param name="OfRequest">True where it was the request; then nothing was generated.</param>
/// <param name="Categories">What the service names, sorted; empty where it names nothing.</param>
public sealed record FilteredAnswer(bool OfRequest, IReadOnlyList<string> Categories) : ModelAnswer;

/// <summary>The service answered without an answer: no choice, no content, or an end that is not known.</summary>
/// <param name="Reason">What was missing, in a few words.</param>
public sealed record EmptyAnswer(string Reason) : ModelAnswer;
