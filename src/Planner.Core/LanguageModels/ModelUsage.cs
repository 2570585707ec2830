namespace Planner.Core.LanguageModels;

/// <summary>Tokens of an answer, as the service counts them.</summary>
/// <param name="Input">Sent, cached ones among them.</param>
/// <param name="Cached">Of those sent, served from the service's cache.</param>
/// <param name="CacheWrite">Of those sent, written into its cache where that is charged; 0 where the service does not tell.</param>
/// <param name="Output">Received, those of reasoning among them.</param>
/// <param name="Reasoning">Of those received, spent on reasoning.</param>
public sealed record ModelUsage(long Input, long Cached, long CacheWrite, long Output, long Reasoning)
{
    /// <summary>Nothing.</summary>
    public static ModelUsage None { get; } = new(0, 0, 0, 0, 0);
}
