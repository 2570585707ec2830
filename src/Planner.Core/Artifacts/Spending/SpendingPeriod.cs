using Planner.Core.LanguageModels;

namespace Planner.Core.Artifacts.Spending;

/// <summary>
/// What was spent until a day, and what of it counts for whom. A call that stands on two days, since it was killed and asked again,
/// counts once.
/// </summary>
/// <param name="Today">The day.</param>
/// <param name="Now">What was spent on it.</param>
/// <param name="Before">What was spent on days before it.</param>
internal sealed record SpendingPeriod(DateOnly Today, SpendingDay Now, IReadOnlyDictionary<DateOnly, SpendingDay> Before)
{
    public SpentTotal OfRun(string runId) => Sum([.. Before.Values, Now], c => c.RunId == runId);

    public SpentTotal OfDay() => Sum([Now], _ => true);

    public SpentTotal OfMonth(string project) => Sum(
        [.. Before.Where(d => (d.Key.Year, d.Key.Month) == (Today.Year, Today.Month)).Select(d => d.Value), Now],
        c => c.Project.Equals(project, StringComparison.OrdinalIgnoreCase));

    private static SpentTotal Sum(IReadOnlyList<SpendingDay> days, Func<SpentCall, bool> counts)
    {
        var calls = new Dictionary<string, SpentCall>(StringComparer.Ordinal);
        foreach (var (id, call) in days.SelectMany(d => d.Calls).Where(c => counts(c.Value)))
        {
            calls[id] = call;
        }

        return new(Sum(calls.Values), Sum(calls.Values.Where(c => !c.IsOpen)));
    }

    private static CallTotal Sum(IEnumerable<SpentCall> calls) => calls.Aggregate(CallTotal.None, (sum, one) => sum + one.Took);
}

/// <summary>What calls took.</summary>
/// <param name="All">With those that are open, which may take so much.</param>
/// <param name="Answered">Without them.</param>
internal sealed record SpentTotal(CallTotal All, CallTotal Answered);
