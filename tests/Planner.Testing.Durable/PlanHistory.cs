using Planner.Core.Planning.Story;

namespace Planner.Testing.Durable;

/// <summary>What a plan of a sample ticket leaves in the history of Durable Task once people have answered everything.</summary>
internal static class PlanHistory
{
    /// <param name="ticket">A sample ticket; one with children brings them along.</param>
    /// <returns>The size, and the files that were written.</returns>
    public static async Task<(HistorySize Size, IReadOnlyCollection<string> Files)> Of(string ticket)
    {
        var run = $"{ticket}-api-1";
        var sizes = new HistorySizes();
        var inbox = new MemoryInbox();
        // Samples are numbered so that children follow their parent: SHOP-110, SHOP-111 and so on.
        using var place = new PlanningPlace($"{ticket[..^1]}*");
        await using (var host = await DurableHost.Start(TaskHubs.InMemory(sizes.TurnEnded), place.Catalog(inbox, new MemoryJournal()), inbox))
        {
            await host.Client.Start(new PlanTicket(), run, PlanningPlace.Request(TimeSpan.FromDays(2), ticket));
            await new PlanConversation(() => host.Client, inbox, place.Store, run).AnswerEverything();
            await PlanConversation.Result(host.Client, run);
        }

        return (sizes.Of(run), (await place.Store.List(ticket, 1, CancellationToken.None)).ToList());
    }
}
