using System.Text.Json.Serialization;

namespace Planner.Core.LanguageModels;

/// <summary>What paid calls of models took together. Answers that another run paid for are no calls and cost nothing.</summary>
/// <param name="Calls">How many.</param>
/// <param name="Input">Tokens sent, cached ones among them.</param>
/// <param name="Cached">Of those sent, served from the service's cache.</param>
/// <param name="CacheWrite">Of those sent, written into its cache where that is charged.</param>
/// <param name="Output">Tokens received, those of reasoning among them.</param>
/// <param name="Reasoning">Of those received, spent on reasoning.</param>
/// <param name="CostUsd">US dollars, by the prices of the settings.</param>
public sealed record CallTotal(int Calls, long Input, long Cached, long CacheWrite, long Output, long Reasoning, decimal CostUsd)
{
    /// <summary>Nothing.</summary>
    public static CallTotal None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Tokens sent and received.</summary>
    [JsonIgnore]
    public long Tokens => Input + Output;

    /// <summary>Of the paid calls among entries.</summary>
    public static CallTotal Of(IEnumerable<LedgerEntry> entries) => entries.Where(e => e.IsPaid).Aggregate(
        None,
        (sum, e) => sum + new CallTotal(1, e.InputTokens, e.CachedTokens, e.CacheWriteTokens, e.OutputTokens, e.ReasoningTokens, e.CostUsd));

    /// <summary>Both together.</summary>
    public static CallTotal operator +(CallTotal left, CallTotal right) => new(
        left.Calls + right.Calls,
        left.Input + right.Input,
        left.Cached + right.Cached,
        left.CacheWrite + right.CacheWrite,
        left.Output + right.Output,
        left.Reasoning + right.Reasoning,
        left.CostUsd + right.CostUsd);
}
