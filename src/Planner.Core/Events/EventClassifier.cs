using Planner.Core.Conversation;
using Planner.Core.Conversation.Comments;
using Planner.Core.Conversation.Replies;
using Planner.Core.Planning.Runs;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Events;

/// <summary>Reads again what an event speaks of, since a delivery may be late, cut down or out of order, and says what it means.</summary>
internal sealed class EventClassifier(EventPorts ports)
{
    public Task<EventOrder> Judge(EventRequest request, StepCall call) => request.Event switch
    {
        TrackerEvent.StatusChanged changed => Changed(changed, request.Digest, call),
        TrackerEvent.Edited edited => Edited(edited.Ticket, call),
        TrackerEvent.Commented commented => Commented(commented, call),
        TrackerEvent.Nothing nothing => Task.FromResult<EventOrder>(new EventOrder.Ignore(nothing.Reason)),
        _ => throw new StepException("This kind of event is not known.", retryHelps: false),
    };

    private async Task<EventOrder> Changed(TrackerEvent.StatusChanged changed, string digest, StepCall call) =>
        await Transition(changed, digest, call) is var order && order is EventOrder.Ignore && changed.IsEdited ? await Edited(changed.Ticket, call) : order;

    private async Task<EventOrder> Edited(string ticket, StepCall call) =>
        ports.Policy.OnTicketChanged == TicketChange.Ignore || ports.Tracker is null ? new EventOrder.Ignore("changes of tickets are not planned again here")
            : await ports.Conversation.State(ticket, call.Cancellation) is { } state ? new EventOrder.Follow(state.Key)
            : new EventOrder.Ignore("the ticket is not there or not visible");

    private async Task<EventOrder> Transition(TrackerEvent.StatusChanged changed, string digest, StepCall call)
    {
        if (await ports.Conversation.State(changed.Ticket, call.Cancellation) is not { } state)
        {
            return new EventOrder.Ignore("the ticket is not there or not visible");
        }

        var (policy, told) = (ports.Policy, changed.ToId ?? changed.ToName);
        if (told is not null && changed.ToId != state.StatusId && !policy.Starts(state.Project, changed.ToId, changed.ToName))
        {
            return new EventOrder.Ignore("the status starts no plan");
        }

        if (!policy.Starts(state.Project, state.StatusId, state.StatusName))
        {
            return new EventOrder.Ignore(told is null || changed.ToId == state.StatusId ? "the status starts no plan" : "the ticket has left the status again");
        }

        return policy.Codebases.For(state.Key, asked: null) is { } codebase
            ? new EventOrder.Start(
                state.Key,
                codebase,
                new RunId(state.Key, changed.Change is { } change ? new RunTrigger.Transition(change) : new RunTrigger.Delivery(digest)).ToString())
            : new EventOrder.Ignore($"it is not set up which code base project {state.Project} uses");
    }

    private async Task<EventOrder> Commented(TrackerEvent.Commented commented, StepCall call)
    {
        if (await ports.Conversation.Comment(commented.Ticket, commented.Comment, call.Cancellation) is not { } comment)
        {
            return new EventOrder.Ignore("the comment is not there or not visible");
        }

        var commands = comment.IsOurs ? [] : ReplyReader.Read(comment.Markdown);
        if (commands.Count == 0)
        {
            return new EventOrder.Ignore(comment.IsOurs ? "the comment is our own" : "the comment holds no command");
        }

        return await ports.Conversation.State(commented.Ticket, call.Cancellation) is not { } state
            ? new EventOrder.Ignore("the ticket is not there or not visible")
            : await May(state, comment, call) ? new EventOrder.Execute(state.Key, comment.Id, TicketText.Line(comment.Author), commands)
            : new EventOrder.Refuse(state.Key, comment.Id, Refusal());
    }

    private async Task<bool> May(TicketState state, TicketComment comment, StepCall call) => ports.Policy.Commanders switch
    {
        Commanders.Anyone => true,
        Commanders.Accounts accounts => accounts.Ids.Contains(comment.Account, StringComparer.Ordinal),
        Commanders.Role role => await ports.Conversation.HoldsRole(state.Key, comment.Account, role.Name, call.Cancellation),
        _ => throw new StepException("This kind of permission is not known.", retryHelps: false),
    };

    private string Refusal() => ports.Policy.Commanders is Commanders.Role role
        ? $"Commands on plans are for people with the role {CommentText.Safe(role.Name)} in this project. Ask one of them, or an administrator for the role."
        : "Commands on plans are for a list of people that an administrator keeps. Ask one of them.";
}
