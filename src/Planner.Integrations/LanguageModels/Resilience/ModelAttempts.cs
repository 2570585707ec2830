using System.ClientModel;
using Planner.Integrations.LanguageModels.Chat;
using Polly;
using Polly.Timeout;

namespace Planner.Integrations.LanguageModels.Resilience;

/// <summary>When another attempt may help. A request to a model changes nothing, so that it may always be sent again.</summary>
internal static class ModelAttempts
{
    /// <summary>True for a service that is busy or failing for now, and not for one that asks for a longer peace.</summary>
    public static bool IsWorthAnother(Outcome<ChatResponse> outcome) => outcome switch
    {
        { Result: { } response } => IsTransient(response) && !(response.RetryAfter > DeploymentPipeline.LongestPause),
        { Exception: ClientResultException fault } => IsCut(fault),
        { Exception: TimeoutRejectedException } => true,
        _ => false,
    };

    /// <summary>A few words for the log.</summary>
    public static string Why(Outcome<ChatResponse> outcome) => outcome switch
    {
        { Result: { Status: >= 200 and < 300 } } => "what came back is no completion",
        { Result: { } response } => $"status {response.Status}",
        { Exception: TimeoutRejectedException } => "no answer in time",
        _ => "the connection failed",
    };

    /// <summary>True where no whole answer came.</summary>
    public static bool IsCut(ClientResultException fault) => fault.Status == 0;

    // What is no completion comes from a proxy, most often for a moment.
    private static bool IsTransient(ChatResponse response) => response.Status switch
    {
        429 => !ModelErrors.IsQuotaSpent(response),
        408 or 409 or 425 or >= 500 => true,
        >= 200 and < 300 => !response.IsCompletion,
        _ => false,
    };
}
