namespace Planner.Integrations.LanguageModels.Settings;

/// <summary>What a deployment charges, in US dollars for a million tokens, 0 to 100,000 each.</summary>
public sealed class ModelPriceOptions
{
    /// <summary>For tokens that are sent. Without it nothing is reckoned for the deployment.</summary>
    public decimal? Input { get; set; }

    /// <summary>For tokens that are served from the cache. Default: as <see cref="Input"/>.</summary>
    public decimal? Cached { get; set; }

    /// <summary>For tokens that are written into the cache, besides <see cref="Input"/>. Default: 0.</summary>
    public decimal? CacheWrite { get; set; }

    /// <summary>For tokens that are received, reasoning too.</summary>
    public decimal? Output { get; set; }
}
