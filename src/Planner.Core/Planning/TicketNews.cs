using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Planning;

/// <summary>The comment of a run on its ticket. Where people deleted the ticket meanwhile, the plan is none the worse: it says so and goes on.</summary>
internal static class TicketNews
{
    /// <summary>While the run is on its way.</summary>
    /// <returns>What the journal says of it.</returns>
    public static Task<string> Tell(ITicketTracker tracker, string ticket, string text, StepCall call) =>
        Guard(ticket, async () => $"Commented on {ticket}: {await tracker.Comment(ticket, call.RunId, text, call.Cancellation)}");

    /// <summary>When the run is at its end: what earlier runs said is shrunk to a link to it.</summary>
    /// <returns>What the journal says of it.</returns>
    public static Task<string> TellLast(ITicketTracker tracker, string ticket, string text, StepCall call) => Guard(ticket, async () =>
    {
        var where = await tracker.Comment(ticket, call.RunId, text, call.Cancellation);
        await tracker.Supersede(ticket, call.RunId, call.Cancellation);
        return $"Commented on {ticket}: {where}";
    });

    private static async Task<string> Guard(string ticket, Func<Task<string>> tell)
    {
        try
        {
            return await tell();
        }
        catch (TicketNotFoundException gone)
        {
            return $"No comment on {ticket}: {gone.Message}";
        }
    }
}
