using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.LanguageModels;
using Planner.Core.Settings;

namespace Planner.Integrations.LanguageModels.Settings;

/// <summary>The section <c>LanguageModel</c> of a host's configuration.</summary>
public static class LanguageModelSettings
{
    private const string NoModel =
        "Planning__Model is openai, but nothing says which model: set LanguageModel__Endpoint and LanguageModel__Deployments__Standard.";

    /// <summary>
    /// The section, checked; null where no model is configured or <c>Planning__Model</c> is <c>rules</c>. Nothing is called.
    /// </summary>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; each failure says how to mend it and shows no secret.</exception>
    public static LanguageModelOptions? Read(IConfiguration configuration)
    {
        var planning = BoundSection.Bind<PlanningOptions>(configuration, PlanningOptions.Section, o => o.Faults());
        BoundSection.Require<LanguageModelOptions>(LanguageModelOptions.Section, [.. NestedFaults(configuration)]);
        var options = BoundSection.Bind<LanguageModelOptions>(configuration, LanguageModelOptions.Section, LanguageModelOptionsValidator.Problems);
        if (planning.Model == ModelKinds.OpenAi && !options.IsConfigured)
        {
            BoundSection.Require<LanguageModelOptions>(LanguageModelOptions.Section, [NoModel]);
        }

        if (!options.IsConfigured || planning.Model == ModelKinds.Rules)
        {
            return null;
        }

        BoundSection.Require<LanguageModelOptions>(
            LanguageModelOptions.Section, ModelBudgetSettings.Unpriced(options, ModelBudgetSettings.Of(options, planning), Prices(options)));
        return options;
    }

    /// <summary>What is charged, and what may be spent.</summary>
    /// <param name="options">Checked.</param>
    /// <param name="configuration">The same that they were read from; its section <c>Planning</c> holds limits, too.</param>
    public static ModelTerms Terms(LanguageModelOptions options, IConfiguration configuration)
    {
        var planning = BoundSection.Bind<PlanningOptions>(configuration, PlanningOptions.Section, o => o.Faults());
        return new ModelTerms(Prices(options), ModelBudgetSettings.Of(options, planning));
    }

    /// <summary>What the options say that a deployment charges.</summary>
    public static ModelPrices Prices(LanguageModelOptions options) => new(
        new ModelDeployments(options).All
            .Select(deployment => (deployment, Price: options.Prices.FirstOrDefault(p => ModelDeployments.IsNamed(p.Key, deployment)).Value))
            .Where(d => d.Price is { Input: not null, Output: not null })
            .ToDictionary(d => d.deployment, d => Price(d.Price), StringComparer.Ordinal));

    private static ModelPrice Price(ModelPriceOptions options) =>
        new(options.Input!.Value, options.Cached ?? options.Input.Value, options.CacheWrite ?? 0, options.Output!.Value);

    // Types within a table are found here, by the name of the setting: the binder's own message would show the value.
    private static IEnumerable<string> NestedFaults(IConfiguration configuration)
    {
        var section = configuration.GetSection(LanguageModelOptions.Section);
        var prices = Children(section, nameof(LanguageModelOptions.Prices));
        var limits = Children(section, nameof(LanguageModelOptions.Limits));
        var budget = section.GetSection(nameof(LanguageModelOptions.Budget));
        var projects = Children(budget, nameof(ModelBudgetOptions.Projects));
        return prices.SelectMany(path => SettingTypes.Faults<ModelPriceOptions>(path, key => configuration[key]))
            .Concat(SettingTypes.Faults<ModelBudgetOptions>(budget.Path, key => configuration[key]))
            .Concat(projects.SelectMany(path => SettingTypes.Faults<ProjectBudgetOptions>(path, key => configuration[key])))
            .Concat(limits.SelectMany(path => SettingTypes.Faults<ModelLimitOptions>(path, key => configuration[key])));
    }

    private static IEnumerable<string> Children(IConfigurationSection section, string table) =>
        section.GetSection(table).GetChildren().Select(child => child.Path);
}
