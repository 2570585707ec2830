namespace Planner.Core.LanguageModels;

/// <summary>What deployments charge, by name; one without a price costs nothing.</summary>
public sealed record ModelPrices(IReadOnlyDictionary<string, ModelPrice> ByDeployment)
{
    /// <summary>No prices.</summary>
    public static ModelPrices None { get; } = new(new Dictionary<string, ModelPrice>(StringComparer.Ordinal));

    /// <summary>In US dollars.</summary>
    public decimal Of(string deployment, ModelUsage usage) => ByDeployment.GetValueOrDefault(deployment)?.Of(usage) ?? 0;
}
