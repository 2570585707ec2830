using Planner.Core.LanguageModels;

namespace Planner.Integrations.LanguageModels.Settings;

/// <summary>Which deployment answers a tier, and what is set for each.</summary>
internal sealed class ModelDeployments(LanguageModelOptions options)
{
    private static readonly ModelTier[][] Nearest =
    [
        [ModelTier.Fast, ModelTier.Standard, ModelTier.Deep, ModelTier.Audit],
        [ModelTier.Standard, ModelTier.Deep, ModelTier.Fast, ModelTier.Audit],
        [ModelTier.Deep, ModelTier.Standard, ModelTier.Fast, ModelTier.Audit],
        [ModelTier.Audit, ModelTier.Deep, ModelTier.Standard, ModelTier.Fast],
    ];

    /// <summary>Each once, in the order of tiers.</summary>
    public IReadOnlyList<string> All => [.. options.Deployments.Named.Select(n => n.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>The deployment of a tier, or the one that stands for it.</summary>
    public string Of(ModelTier tier) => options.Deployments.Of(Source(tier))!;

    /// <summary>The setting that names a deployment, for messages.</summary>
    public string Setting(string deployment) =>
        $"LanguageModel__Deployments__{options.Deployments.Named.First(n => n.Text == deployment).Tier}";

    /// <summary>How many requests go to a deployment at once.</summary>
    public int RequestsAtOnce(string deployment) => Limits(deployment)?.RequestsAtOnce ?? options.RequestsAtOnce;

    /// <summary>How many tokens a deployment takes in a minute; null: as many as come.</summary>
    public int? TokensPerMinute(string deployment) => Limits(deployment)?.TokensPerMinute ?? options.TokensPerMinute;

    /// <summary>
    /// True where a key of the settings names a deployment. Names of variables take few signs, so that <c>_</c> stands for all others.
    /// </summary>
    public static bool IsNamed(string key, string deployment) => Plain(key).Equals(Plain(deployment), StringComparison.OrdinalIgnoreCase);

    private ModelLimitOptions? Limits(string deployment) => options.Limits.FirstOrDefault(l => IsNamed(l.Key, deployment)).Value;

    private ModelTier Source(ModelTier tier) => Nearest[(int)tier].First(near => options.Deployments.Of(near) is not null);

    private static string Plain(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
