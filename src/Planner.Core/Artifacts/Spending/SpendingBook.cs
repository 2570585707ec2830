using System.Collections.Concurrent;
using Planner.Core.LanguageModels;
using Planner.Core.Text;

namespace Planner.Core.Artifacts.Spending;

/// <summary>
/// What calls of models took, kept in the store by days, so that limits hold for all runs and hosts that share it, and after a restart.
/// A call is entered with the most that it may take before it is made, by compare-and-swap, and corrected once it was answered.
/// </summary>
public sealed class SpendingBook(IArtifactStore store)
{
    /// <summary>How many days before today a run's own calls are looked for. A run that waits for longer has its limit anew.</summary>
    public const int DaysBack = 31;

    // Calls of yesterday may still be open; what is older does not change any more.
    private const int DaysOpen = 2;

    private readonly ConcurrentDictionary<DateOnly, SpendingDay> closed = new();

    /// <summary>Enters a call that is to be made, where the budget leaves room for it.</summary>
    /// <returns>The limit that leaves none, in words; null where the call may be made.</returns>
    public async Task<string?> Open(DateOnly day, string id, SpentCall call, ModelBudget budget, CancellationToken cancellation)
    {
        var before = await Before(day, cancellation);
        ReachedLimit? reached = null;
        await Change(day, standing =>
        {
            // What it may take this time stands in the place of what an attempt before a kill might have taken.
            var spent = new SpendingPeriod(day, standing.Without(id), Without(before, id));
            reached = BudgetLimits.Reached(budget, call, spent);
            return reached switch
            {
                null => standing.With(id, call with { IsOpen = true }),
                { IsUsedUp: true } => standing.Stopping(call.RunId, reached.Words),
                _ => standing,
            };
        }, cancellation);
        return reached?.Words;
    }

    /// <summary>Enters what a call took. The same again changes nothing.</summary>
    /// <returns>What the run's answered calls took so far.</returns>
    public async Task<CallTotal> Close(DateOnly day, string id, SpentCall call, CancellationToken cancellation)
    {
        var before = await Before(day, cancellation);
        var total = CallTotal.None;
        await Change(day, standing =>
        {
            var now = standing.Calls.GetValueOrDefault(id) == call ? standing : standing.With(id, call);
            total = new SpendingPeriod(day, now, before).OfRun(call.RunId).Answered;
            return now;
        }, cancellation);
        return total;
    }

    /// <summary>Takes back a call that was not answered and cost nothing.</summary>
    public Task Withdraw(DateOnly day, string id, CancellationToken cancellation) => Change(day, standing => standing.Without(id), cancellation);

    /// <summary>What a run's calls took on the days from one to another, those that are open with the most that they may take.</summary>
    public async Task<CallTotal> OfRun(string runId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var days = await Read(Days(from, to), cancellation);
        return new SpendingPeriod(to, new SpendingDay(), days).OfRun(runId).All;
    }

    private Task<IReadOnlyDictionary<DateOnly, SpendingDay>> Before(DateOnly day, CancellationToken cancellation) =>
        Read(Days(day.AddDays(-DaysBack), day.AddDays(-1)), cancellation);

    private async Task<IReadOnlyDictionary<DateOnly, SpendingDay>> Read(IEnumerable<DateOnly> days, CancellationToken cancellation)
    {
        var all = days.ToList();
        var read = await Task.WhenAll(all.Select(d => Read(d, isClosed: all[^1].DayNumber - d.DayNumber >= DaysOpen, cancellation)));
        return new SortedDictionary<DateOnly, SpendingDay>(all.Zip(read).ToDictionary(d => d.First, d => d.Second));
    }

    private async Task<SpendingDay> Read(DateOnly day, bool isClosed, CancellationToken cancellation)
    {
        if (closed.TryGetValue(day, out var known))
        {
            return known;
        }

        var read = SpendingDay.Read(await store.ReadShared(SpendingDay.PathOf(day), cancellation), day);
        return isClosed ? closed.GetOrAdd(day, read) : read;
    }

    private Task Change(DateOnly day, Func<SpendingDay, SpendingDay> change, CancellationToken cancellation) =>
        store.Update(SpendingDay.PathOf(day), text => PlanJson.Content(change(SpendingDay.Read(text, day))), cancellation);

    private static Dictionary<DateOnly, SpendingDay> Without(IReadOnlyDictionary<DateOnly, SpendingDay> days, string id) =>
        days.ToDictionary(d => d.Key, d => d.Value.Calls.ContainsKey(id) ? d.Value.Without(id) : d.Value);

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) =>
        Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Select(from.AddDays);
}
