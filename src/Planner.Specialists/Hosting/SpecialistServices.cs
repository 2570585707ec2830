using Microsoft.Extensions.DependencyInjection;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Spending;
using Planner.Core.Grounding.Lookup;
using Planner.Core.Hosting;
using Planner.Core.LanguageModels;
using Planner.Core.LanguageModels.ToolServers;
using Planner.Core.Specialists;
using Planner.Core.Text.Secrets;
using Planner.Durability;
using Planner.Specialists.Models;
using Planner.Specialists.Models.Auditing;
using Planner.Specialists.Models.Calls;
using Planner.Specialists.Models.Reading;
using Planner.Specialists.Models.Tools.Served;
using Planner.Specialists.Rules;

namespace Planner.Specialists.Hosting;

/// <summary>Who thinks.</summary>
public static class SpecialistServices
{
    /// <summary>
    /// Adds what assigns criteria to the panel, and who thinks: the host's <see cref="ILanguageModel"/> where it has one, else the rules
    /// alone. A model looks into code through <see cref="ICodeViews"/> and its answers are kept in <see cref="IArtifactStore"/>.
    /// </summary>
    public static IServiceCollection AddPlannerSpecialists(this IServiceCollection services) => services
        .AddKeyedSingleton<ISpecialist, RulesSpecialist>(PlanningServices.ByRules)
        .AddSingleton(provider => provider.GetService<ILanguageModel>() is { } model
            ? With(
                model,
                provider.GetService<ModelTerms>() ?? ModelTerms.None,
                provider.GetRequiredService<IArtifactStore>(),
                provider.GetRequiredService<ICodeViews>(),
                provider.GetService<IJournal>(),
                provider.GetService<IToolServers>(),
                provider.GetService<Redactor>())
            : Thinkers.ByRules(provider.GetRequiredKeyedService<ISpecialist>(PlanningServices.ByRules)))
        .AddSingleton<ICriteriaAssigner, CriteriaAssigner>();

    /// <summary>Who thinks with a model.</summary>
    /// <param name="model">Answers.</param>
    /// <param name="terms">What its deployments charge, and what may be spent.</param>
    /// <param name="store">Keeps what was answered, and what was spent.</param>
    /// <param name="code">What can be looked into.</param>
    /// <param name="journal">Told what was spent so far, after each paid call, and what servers were asked; null where nobody watches.</param>
    /// <param name="servers">What can be asked besides; null for none.</param>
    /// <param name="redactor">Takes out of what is sent what is a secret and still in it; null gives all the same placeholder.</param>
    public static Thinkers With(
        ILanguageModel model,
        ModelTerms terms,
        IArtifactStore store,
        ICodeViews code,
        IJournal? journal,
        IToolServers? servers = null,
        Redactor? redactor = null)
    {
        var account = new CallAccount(new SpendingBook(store), terms.Prices, terms.Budget, journal);
        var calls = new ModelCalls(model, new TurnLedger(store), account, redactor ?? Redactor.Bare);
        var served = new ServedTools(servers, store, journal, redactor);
        return new Thinkers(new ModelSpecialist(calls, code, served), new ModelAnalyst(calls), new ModelAuditor(calls, code));
    }
}
