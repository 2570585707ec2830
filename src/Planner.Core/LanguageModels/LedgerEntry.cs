using System.Text.Json.Serialization;

namespace Planner.Core.LanguageModels;

/// <summary>
/// What one call, or one consultation of the rules, took. It is kept with the opinion that came of it, so that it is counted once,
/// however often the run was killed and went on.
/// </summary>
/// <param name="Mode">How the specialist thought: <c>rules</c>, or a kind of model.</param>
/// <param name="Deployment">The deployment that was called; null for rules.</param>
/// <param name="InputTokens">Tokens sent, cached ones among them; 0 for rules.</param>
/// <param name="OutputTokens">Tokens received, those of reasoning among them; 0 for rules.</param>
/// <param name="CostUsd">US dollars; 0 for rules.</param>
public sealed record LedgerEntry(string Mode, string? Deployment = null, long InputTokens = 0, long OutputTokens = 0, decimal CostUsd = 0)
{
    /// <summary>Of those sent, served from the service's cache.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long CachedTokens { get; init; }

    /// <summary>Of those sent, written into its cache where that is charged.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long CacheWriteTokens { get; init; }

    /// <summary>Of those received, spent on reasoning.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long ReasoningTokens { get; init; }

    /// <summary>What the call is known by in its run: two consultations that asked the same share one call. Null where it was not noted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Call { get; init; }

    /// <summary>True where another run paid for the answer; then all else is 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Reused { get; init; }

    /// <summary>True where this run called a model and paid for it.</summary>
    [JsonIgnore]
    public bool IsPaid => Deployment is not null && !Reused;

    /// <summary>Each call once, the others as they are.</summary>
    public static IReadOnlyList<LedgerEntry> Once(IEnumerable<LedgerEntry> entries)
    {
        var calls = new HashSet<string>(StringComparer.Ordinal);
        return [.. entries.Where(e => e.Call is null || calls.Add(e.Call))];
    }

    /// <summary>A call that was paid.</summary>
    public static LedgerEntry Of(string mode, string deployment, ModelUsage usage, decimal costUsd) =>
        new(mode, deployment, usage.Input, usage.Output, costUsd)
        {
            CachedTokens = usage.Cached,
            CacheWriteTokens = usage.CacheWrite,
            ReasoningTokens = usage.Reasoning,
        };
}
