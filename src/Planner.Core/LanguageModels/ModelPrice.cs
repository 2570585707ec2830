namespace Planner.Core.LanguageModels;

/// <summary>What a deployment charges, in US dollars for a million tokens.</summary>
/// <param name="Input">For tokens that are sent and not cached.</param>
/// <param name="Cached">For tokens that are served from the cache.</param>
/// <param name="CacheWrite">For tokens that are written into the cache, besides <paramref name="Input"/>.</param>
/// <param name="Output">For tokens that are received, reasoning too.</param>
public sealed record ModelPrice(decimal Input, decimal Cached, decimal CacheWrite, decimal Output)
{
    private const decimal Million = 1_000_000;

    /// <summary>What tokens cost, in US dollars, rounded to a millionth.</summary>
    public decimal Of(ModelUsage usage) => Math.Round(
        (((usage.Input - usage.Cached) * Input) + (usage.Cached * Cached) + (usage.CacheWrite * CacheWrite) + (usage.Output * Output)) / Million,
        6,
        MidpointRounding.AwayFromZero);
}
