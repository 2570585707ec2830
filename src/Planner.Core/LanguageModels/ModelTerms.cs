namespace Planner.Core.LanguageModels;

/// <summary>On which terms models are called.</summary>
/// <param name="Prices">What deployments charge.</param>
/// <param name="Budget">What may be spent.</param>
public sealed record ModelTerms(ModelPrices Prices, ModelBudget Budget)
{
    /// <summary>Nothing costs, and nothing is limited.</summary>
    public static ModelTerms None { get; } = new(ModelPrices.None, ModelBudget.None);
}
