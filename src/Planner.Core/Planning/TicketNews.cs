using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Planning;

/// <summary>The comment of a run on its ticket. Where people deleted the ticket meanwhile, the plan is none the worse: it says so and goes on.</summary>
internal static class TicketNews
{
    /// <returns>What the journal says of it.</returns>
    public static async Task<string> Tell(ITicketTracker tracker, string ticket, string text, StepCall call)
    {
        try
        {
            return $"Commented on {ticket}: {await tracker.Comment(ticket, call.RunId, text, call.Cancellation)}";
        }
        catch (TicketNotFoundException gone)
        {
            return $"No comment on {ticket}: {gone.Message}";
        }
    }
}
