using System.Globalization;
using Planner.Core.Artifacts.Spending;
using Planner.Core.LanguageModels;
using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Specialists.Models.Calls;

/// <summary>
/// Counts calls of models against the budget: each is entered with the most that it may take before it is made, and with what it took
/// once its answer is written down. Whoever watches the run is told what was spent so far.
/// </summary>
/// <param name="book">Where calls are counted, of all runs that share a store.</param>
/// <param name="prices">What deployments charge.</param>
/// <param name="budget">The limits.</param>
/// <param name="journal">Told after each paid call; null where nobody watches.</param>
internal sealed class CallAccount(SpendingBook book, ModelPrices prices, ModelBudget budget, IJournal? journal)
{
    /// <summary>Enters a call that is to be made.</summary>
    /// <returns>The limit that leaves no room for it, in words; null where it may be made.</returns>
    public async Task<string?> Open(CallPlace place, string name, ModelRequest request, string deployment, CancellationToken cancellation)
    {
        var most = TokenEstimate.MostOf(request);
        var call = Call(place, most, prices.Of(deployment, most));
        var limit = await book.Open(place.Day, Id(place, name), call, budget, cancellation);
        if (limit is not null)
        {
            await Tell(place, "stopped", $"No further call of a model: {limit} leaves no room. The rules go on.", cancellation);
        }

        return limit;
    }

    /// <summary>Takes back a call that cost nothing.</summary>
    public Task Withdraw(CallPlace place, string name, CancellationToken cancellation) => book.Withdraw(place.Day, Id(place, name), cancellation);

    /// <summary>In US dollars.</summary>
    public decimal CostOf(ModelAnswer answer) => prices.Of(answer.Deployment, answer.Usage);

    /// <summary>Enters what a call took that was written down. Again, as after a kill, it changes nothing.</summary>
    public async Task Close(CallPlace place, string name, Turn turn, CancellationToken cancellation)
    {
        if (turn.Reused || turn.Day is not { } day)
        {
            return;
        }

        var total = await book.Close(day, Id(place, name), Call(place, turn.Answer.Usage, turn.CostUsd), cancellation);
        await Tell(place, name[..16], Said(total), cancellation);
    }

    private static SpentCall Call(CallPlace place, ModelUsage usage, decimal cost) => new(
        place.RunId,
        SpentCall.ProjectOf(place.Ticket),
        new CallTotal(1, usage.Input, usage.Cached, usage.CacheWrite, usage.Output, usage.Reasoning, cost));

    /// <summary>The same request of a run is one call, however often it is sent.</summary>
    private static string Id(CallPlace place, string name) => $"{place.RunId}/{name[..16]}";

    private Task Tell(CallPlace place, string what, string text, CancellationToken cancellation) => journal is null
        ? Task.CompletedTask
        : journal.Append(
            place.RunId,
            [new JournalEntry($"{JournalOrder.Spending}|{place.RunId}/{what}|{JournalKinds.Status}", place.At, JournalKinds.Status, text)],
            cancellation);

    private static string Said(CallTotal total) => string.Create(
        CultureInfo.InvariantCulture,
        $"Calls of a model so far: {total.Calls}, {total.Input:N0} tokens sent ({total.Cached:N0} of them cached), {total.Output:N0} received, "
            + $"{total.CostUsd:0.00##} US dollars");
}
