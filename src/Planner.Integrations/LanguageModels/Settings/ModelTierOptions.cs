using Planner.Core.LanguageModels;

namespace Planner.Integrations.LanguageModels.Settings;

/// <summary>Something that differs by tier.</summary>
public sealed class ModelTierOptions
{
    /// <summary>For what is small and quick.</summary>
    public string? Fast { get; set; }

    /// <summary>For most work.</summary>
    public string? Standard { get; set; }

    /// <summary>For the hardest work.</summary>
    public string? Deep { get; set; }

    /// <summary>For the second reading of a plan.</summary>
    public string? Audit { get; set; }

    /// <summary>Tiers that are set, with what they are set to.</summary>
    internal IEnumerable<(ModelTier Tier, string Text)> Named =>
        Enum.GetValues<ModelTier>().Where(tier => Of(tier) is not null).Select(tier => (tier, Of(tier)!));

    /// <summary>What a tier is set to; null where it is not.</summary>
    internal string? Of(ModelTier tier)
    {
        var text = tier switch
        {
            ModelTier.Fast => Fast,
            ModelTier.Standard => Standard,
            ModelTier.Deep => Deep,
            ModelTier.Audit => Audit,
            _ => throw new ArgumentOutOfRangeException(nameof(tier)),
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
