using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Spending;
using Planner.Core.LanguageModels;
using Planner.Durability;

namespace Planner.Api.Runs;

/// <summary>What calls of models took in a run. What older days say is read once.</summary>
internal sealed class RunSpending(IArtifactStore store)
{
    private readonly SpendingBook book = new(store);

    /// <summary>So far; null where none was made. Of a run of many days, the last month.</summary>
    public async Task<CallTotal?> Of(RunInfo run, CancellationToken cancellation)
    {
        // A step that is under way may have gone on after midnight.
        var to = Day(run.UpdatedAt).AddDays(1);
        var from = Day(run.CreatedAt);
        var earliest = to.AddDays(-SpendingBook.DaysBack);
        var total = await book.OfRun(run.InstanceId, from < earliest ? earliest : from, to, cancellation);
        return total.Calls == 0 ? null : total;
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
