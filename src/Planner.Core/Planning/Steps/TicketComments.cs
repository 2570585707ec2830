using Planner.Core.Conversation.Comments;
using Planner.Core.Planning.Runs;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>The comment of a run on its ticket. Where people deleted the ticket meanwhile, the plan is none the worse: it says so and goes on.</summary>
internal static class TicketComments
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

    /// <summary>
    /// Reminds people on the ticket, at most once in a run, and once more as its escalation. What cannot be written now is said
    /// and not waited for: a reminder that comes after the deadline is none.
    /// </summary>
    /// <returns>Who was not reminded on the ticket and why, for the journal; null where everybody was.</returns>
    public static async Task<string?> Remind(ITicketTracker tracker, AnnounceRequest request, bool isLast, StepCall call)
    {
        var ticket = request.Scope.Ticket;
        try
        {
            return request.Open.Count == 0 ? null : await tracker.Remind(
                ticket,
                $"{call.RunId}/{(isLast ? "escalation" : "reminder")}",
                ReminderComment.Render(request.Open, request.Deadline, isLast),
                isLast ? request.EscalateTo : null,
                call.Cancellation);
        }
        catch (StepException fault) when (fault is TicketNotFoundException or TicketTrackerException
            && (!fault.RetryHelps || call.Attempt >= RetryPolicy.Default.MaxAttempts))
        {
            return $"Nobody was reminded on {ticket}: {fault.Message}";
        }
    }

    /// <summary>Labels and moves the ticket of a plan, as far as it is set up. What cannot be done now is said and not waited for long.</summary>
    /// <returns>What was done or not, for the journal; null where nothing was to be done.</returns>
    public static async Task<string?> Mark(ITicketTracker tracker, string ticket, bool needsAttention, StepCall call)
    {
        try
        {
            return await tracker.Mark(ticket, needsAttention, call.Cancellation);
        }
        catch (StepException fault) when (fault is TicketNotFoundException or TicketTrackerException
            && (!fault.RetryHelps || call.Attempt >= RetryPolicy.Default.MaxAttempts))
        {
            return $"{ticket} was neither labelled nor moved: {fault.Message}";
        }
    }

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
