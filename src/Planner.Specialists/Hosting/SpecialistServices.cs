using Microsoft.Extensions.DependencyInjection;
using Planner.Core.Artifacts;
using Planner.Core.Grounding.Lookup;
using Planner.Core.Hosting;
using Planner.Core.LanguageModels;
using Planner.Core.Specialists;
using Planner.Specialists.Models;
using Planner.Specialists.Models.Calls;
using Planner.Specialists.Rules;

namespace Planner.Specialists.Hosting;

/// <summary>Who thinks.</summary>
public static class SpecialistServices
{
    /// <summary>
    /// Adds what assigns criteria to the panel, and the specialist: with the host's <see cref="ILanguageModel"/> where it has one, else
    /// by rules alone. A model looks into code through <see cref="ICodeViews"/> and its answers are kept in <see cref="IArtifactStore"/>.
    /// </summary>
    public static IServiceCollection AddPlannerSpecialists(this IServiceCollection services) => services
        .AddKeyedSingleton<ISpecialist, RulesSpecialist>(PlanningServices.ByRules)
        .AddSingleton(Thinker)
        .AddSingleton<ICriteriaAssigner, CriteriaAssigner>();

    private static ISpecialist Thinker(IServiceProvider provider) => provider.GetService<ILanguageModel>() is { } model
        ? new ModelSpecialist(Calls(model, provider), provider.GetRequiredService<ICodeViews>())
        : provider.GetRequiredKeyedService<ISpecialist>(PlanningServices.ByRules);

    private static ModelCalls Calls(ILanguageModel model, IServiceProvider provider) => new(
        model,
        new TurnLedger(provider.GetRequiredService<IArtifactStore>()),
        provider.GetService<ModelPrices>() ?? ModelPrices.None);
}
