using Planner.Core.LanguageModels;
using Planner.Core.Settings;

namespace Planner.Integrations.LanguageModels.Settings;

/// <summary>The limits of the settings: those of <c>LanguageModel__Budget</c>, and the two of the section <c>Planning</c>.</summary>
internal static class ModelBudgetSettings
{
    private const decimal MostUsd = 1_000_000;
    private const long MostTokens = 1_000_000_000_000;

    /// <summary>Of two limits for the same, the tighter.</summary>
    public static ModelBudget Of(LanguageModelOptions options, PlanningOptions planning) => new()
    {
        Run = new SpendingLimit(options.Budget.RunUsd, options.Budget.RunTokens).And(new(planning.MaxCostUsd, null)),
        Day = new SpendingLimit(options.Budget.DayUsd, options.Budget.DayTokens).And(new(planning.MaxCostUsdPerDay, null)),
        Projects = options.Budget.Projects.ToDictionary(
            p => p.Key,
            p => new SpendingLimit(p.Value.MonthUsd, p.Value.MonthTokens),
            StringComparer.OrdinalIgnoreCase),
    };

    /// <summary>What is out of range.</summary>
    public static IEnumerable<string> Problems(ModelBudgetOptions options)
    {
        foreach (var (name, limit) in Limits(options))
        {
            if (limit.Usd is < 0 or > MostUsd || limit.Tokens is < 0 or > MostTokens)
            {
                yield return $"LanguageModel__Budget__{name}Usd must lie between 0 and {MostUsd}, in US dollars, and "
                    + $"LanguageModel__Budget__{name}Tokens between 0 and {MostTokens}, or be unset.";
            }
        }

        foreach (var key in options.Projects.Keys.Where(k => !IsProject(k)))
        {
            yield return $"LanguageModel__Budget__Projects__{Told(key)} is no key of a Jira project: take what stands before the number of its tickets.";
        }
    }

    /// <summary>A limit in dollars holds nothing where a deployment has no price.</summary>
    public static IEnumerable<string> Unpriced(LanguageModelOptions options, ModelBudget budget, ModelPrices prices)
    {
        var inDollars = new[] { budget.Run, budget.Day }.Concat(budget.Projects.Values).Any(l => l.Usd is not null);
        return (inDollars ? new ModelDeployments(options).All : [])
            .Where(d => !prices.ByDeployment.ContainsKey(d))
            .Select(d => $"A budget in US dollars is set, but no price of the deployment {Told(d)}: set Input and Output of LanguageModel__Prices for it, "
                + "with _ for signs, or limit tokens instead.");
    }

    private static IEnumerable<(string Name, SpendingLimit Limit)> Limits(ModelBudgetOptions options) =>
    [
        ("Run", new(options.RunUsd, options.RunTokens)),
        ("Day", new(options.DayUsd, options.DayTokens)),
        .. options.Projects.Select(p => ($"Projects__{Told(p.Key)}__Month", new SpendingLimit(p.Value.MonthUsd, p.Value.MonthTokens))),
    ];

    private static bool IsProject(string key) =>
        key.Length is > 0 and <= 30 && char.IsAsciiLetter(key[0]) && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string Told(string name) => string.Concat(name.Take(100).Select(c => c is > ' ' and <= '~' ? c : '_'));
}
