using Planner.Core.Conversation.Comments;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>Tells on the ticket that a run is at work, and that it will not come to an end, so that no comment promises for ever.</summary>
internal sealed class StatusCommentSteps(PlanningPorts ports, RunJournal journal)
{
    public async Task<bool> Started(RunScope scope, StepCall call)
    {
        var text = StatusComment.Started(scope.Ticket, scope.Codebase, call.RunId);
        await journal.Begin(call, JournalOrder.Ticket, await TicketComments.Tell(ports.Tracker, scope.Ticket, text, call));
        return true;
    }

    public Task<bool> Failed(FailedRequest request, StepCall call) =>
        Amend(request.Scope.Ticket, StatusComment.Failed(request.Step, call.RunId), call);

    public Task<bool> Stopped(StoppedRun stopped, StepCall call) =>
        Amend(stopped.Ticket, StatusComment.Stopped(stopped.Reason, stopped.RunId), call with { RunId = stopped.RunId });

    /// <summary>What cannot be said now is tried again; what never can is said in the journal.</summary>
    private async Task<bool> Amend(string ticket, string text, StepCall call)
    {
        try
        {
            await ports.Tracker.Amend(ticket, call.RunId, text, call.Cancellation);
            return true;
        }
        catch (StepException fault) when (!fault.RetryHelps)
        {
            await journal.Done(call, JournalOrder.Publishing, $"The comment on {ticket} could not be ended: {fault.Message}");
            return false;
        }
    }
}
