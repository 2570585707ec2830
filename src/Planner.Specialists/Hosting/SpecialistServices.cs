using Microsoft.Extensions.DependencyInjection;
using Planner.Core.Specialists;
using Planner.Specialists.Rules;

namespace Planner.Specialists.Hosting;

/// <summary>Who thinks.</summary>
public static class SpecialistServices
{
    /// <summary>Adds the specialist that thinks by rules alone, and what assigns criteria to the panel.</summary>
    public static IServiceCollection AddPlannerSpecialists(this IServiceCollection services) => services
        .AddSingleton<ISpecialist, RulesSpecialist>()
        .AddSingleton<ICriteriaAssigner, CriteriaAssigner>();
}
