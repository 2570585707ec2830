using System.Globalization;
using Planner.Core.LanguageModels;

namespace Planner.Core.Artifacts.Spending;

/// <summary>The limits of a budget that hold for a call, and which of them leaves no room for it.</summary>
internal static class BudgetLimits
{
    private const string ForRun = "for a run";

    /// <summary>The first limit that leaves no room for a call; null where all do.</summary>
    /// <param name="budget">The limits.</param>
    /// <param name="call">With the most that it may take.</param>
    /// <param name="spent">Without that call.</param>
    public static ReachedLimit? Reached(ModelBudget budget, SpentCall call, SpendingPeriod spent)
    {
        // Where a limit has stopped a run and still stands, no smaller call is squeezed in behind it; one that all share stops all.
        var limits = Of(budget, call, spent).ToList();
        var stopped = spent.Now.Stopped.Where(s => s.Key == call.RunId || !s.Value.EndsWith(ForRun, StringComparison.Ordinal)).Select(s => s.Value);
        return limits.Select(l => l.Limit.Words).Intersect(stopped, StringComparer.Ordinal).Select(w => new ReachedLimit(w, IsUsedUp: true)).FirstOrDefault()
            ?? limits.Where(l => l.IsExceeded).Select(l => l.Limit).FirstOrDefault();
    }

    private static IEnumerable<(ReachedLimit Limit, bool IsExceeded)> Of(ModelBudget budget, SpentCall call, SpendingPeriod spent) =>
    [
        .. Of(budget.Run, ForRun, spent.OfRun(call.RunId), call.Took),
        .. Of(budget.Day, "for a day", spent.OfDay(), call.Took),
        .. Of(
            budget.Projects.GetValueOrDefault(call.Project, SpendingLimit.None),
            $"for the project {call.Project} in a month",
            spent.OfMonth(call.Project),
            call.Took),
    ];

    private static IEnumerable<(ReachedLimit Limit, bool IsExceeded)> Of(SpendingLimit limit, string period, SpentTotal spent, CallTotal most)
    {
        if (limit.Usd is { } usd)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"the budget of {usd:0.00####} US dollars {period}");
            yield return (new(words, spent.Answered.CostUsd + most.CostUsd > usd), spent.All.CostUsd + most.CostUsd > usd);
        }

        if (limit.Tokens is { } tokens)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"the budget of {tokens:N0} tokens {period}");
            yield return (new(words, spent.Answered.Tokens + most.Tokens > tokens), spent.All.Tokens + most.Tokens > tokens);
        }
    }
}

/// <summary>A limit that leaves no room for a call.</summary>
/// <param name="Words">Like <c>the budget of 2.00 US dollars for a run</c>.</param>
/// <param name="IsUsedUp">False where only calls under way take the room, which may take less in the end.</param>
internal sealed record ReachedLimit(string Words, bool IsUsedUp);
