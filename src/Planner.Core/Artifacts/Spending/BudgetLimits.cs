using System.Globalization;
using Planner.Core.LanguageModels;

namespace Planner.Core.Artifacts.Spending;

/// <summary>The limits of a budget that hold for a call, and which of them it would exceed.</summary>
internal static class BudgetLimits
{
    /// <summary>The first limit that leaves no room for a call, in words; null where all do.</summary>
    /// <param name="budget">The limits.</param>
    /// <param name="call">With the most that it may take.</param>
    /// <param name="spent">Without that call.</param>
    public static string? Reached(ModelBudget budget, SpentCall call, SpendingPeriod spent)
    {
        // Where a run was stopped by a limit that still stands, a smaller call is not squeezed in behind it.
        var limits = Of(budget, call, spent).ToList();
        return spent.Now.Stopped.GetValueOrDefault(call.RunId) is { } stopped && limits.Exists(l => l.Words == stopped)
            ? stopped
            : limits.FirstOrDefault(l => l.IsExceeded).Words;
    }

    private static IEnumerable<(string Words, bool IsExceeded)> Of(ModelBudget budget, SpentCall call, SpendingPeriod spent) =>
    [
        .. Of(budget.Run, "for a run", spent.OfRun(call.RunId) + call.Took),
        .. Of(budget.Day, "for a day", spent.OfDay() + call.Took),
        .. Of(
            budget.Projects.GetValueOrDefault(call.Project, SpendingLimit.None),
            $"for the project {call.Project} in a month",
            spent.OfMonth(call.Project) + call.Took),
    ];

    private static IEnumerable<(string Words, bool IsExceeded)> Of(SpendingLimit limit, string period, CallTotal withIt)
    {
        if (limit.Usd is { } usd)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"the budget of {usd:0.00####} US dollars {period}"), withIt.CostUsd > usd);
        }

        if (limit.Tokens is { } tokens)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"the budget of {tokens:N0} tokens {period}"), withIt.Tokens > tokens);
        }
    }
}
