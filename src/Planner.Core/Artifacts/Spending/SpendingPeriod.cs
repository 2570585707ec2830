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
    public CallTotal OfRun(string runId) => Sum([.. Before.Values, Now], c => c.RunId == runId);

    public CallTotal OfDay() => Sum([Now], _ => true);

    public CallTotal OfMonth(string project) => Sum(
        [.. Before.Where(d => (d.Key.Year, d.Key.Month) == (Today.Year, Today.Month)).Select(d => d.Value), Now],
        c => c.Project.Equals(project, StringComparison.OrdinalIgnoreCase));

    private static CallTotal Sum(IReadOnlyList<SpendingDay> days, Func<SpentCall, bool> counts)
    {
        var calls = new Dictionary<string, CallTotal>(StringComparer.Ordinal);
        foreach (var (id, call) in days.SelectMany(d => d.Calls).Where(c => counts(c.Value)))
        {
            calls[id] = call.Took;
        }

        return calls.Values.Aggregate(CallTotal.None, (sum, one) => sum + one);
    }
}
