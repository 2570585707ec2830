using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Events;

/// <summary>
/// Every step of handling an event, named and typed. Names are stable for ever. Those that talk to the ticket tracker outlive an
/// outage of it, so that no event and no reply is lost.
/// </summary>
public static class EventSteps
{
    /// <summary>Looks the ticket or comment up and says what is to be done.</summary>
    public static readonly Step<EventRequest, EventOrder> Judge = new("judge-event") { Retry = RetryPolicy.Outage };

    /// <summary>Starts a run, attaches to the one under way or supersedes it.</summary>
    public static readonly Step<EventOrder.Start, EventResult> StartRun = new("start-run");

    /// <summary>Reads an edited ticket and plans it again where its plan rests on other words.</summary>
    public static readonly Step<EventOrder.Follow, EventResult> FollowEdit = new("follow-edit") { Retry = RetryPolicy.Outage };

    /// <summary>Carries a command out and returns what is said about it.</summary>
    public static readonly Step<Command, string> Execute = new("obey-command");

    /// <summary>Answers a comment, once.</summary>
    public static readonly Step<Saying, bool> Say = new("say-outcome") { Retry = RetryPolicy.Outage };

    /// <summary>Adds <see cref="HandleJiraEvent"/> and a handler for each step.</summary>
    public static WorkflowCatalog AddEvents(this WorkflowCatalog catalog, EventPorts ports)
    {
        var runs = new TicketRuns(ports.Client, ports.Policy.OnNewTrigger);
        return catalog
            .Add(new HandleJiraEvent())
            .Add(Judge, (request, call) => OutagePatience.Guard(Judge.Retry, call, () => new EventClassifier(ports).Judge(request, call)))
            .Add(StartRun, (order, call) => Start(ports, runs, order, call))
            .Add(FollowEdit, (order, call) => OutagePatience.Guard(FollowEdit.Retry, call, () => Follow(ports, order, call)))
            .Add(Execute, new CommentCommandHandler(ports, runs).Execute)
            .Add(Say, (saying, call) => OutagePatience.Guard(Say.Retry, call, () => Reply(ports, saying, call)));
    }

    private static async Task<EventResult> Start(EventPorts ports, TicketRuns runs, EventOrder.Start order, StepCall call)
    {
        var run = await runs.Start(order.RunId, ports.Policy.Request(order.Ticket, order.Codebase), call.Cancellation);
        return new EventResult(run.RunId, run.Reason);
    }

    private static async Task<EventResult> Follow(EventPorts ports, EventOrder.Follow order, StepCall call)
    {
        var ticket = await ports.Tracker!.Read(order.Ticket, call.Cancellation);
        return await ports.FollowUps.Change(ticket, call.Cancellation) switch
        {
            FollowOutcome.Started started => new EventResult(started.RunId, "the ticket says something else than its plan; it is planned again"),
            FollowOutcome.NoPlan => new EventResult(null, "the ticket has no plan yet"),
            FollowOutcome.Refused refused => new EventResult(null, refused.Reason),
            _ => throw new StepException("This outcome is not known.", retryHelps: false),
        };
    }

    private static async Task<bool> Reply(EventPorts ports, Saying saying, StepCall call)
    {
        await ports.Conversation.Reply(saying.Ticket, $"reply-{saying.Comment}", string.Join("\n\n", saying.Lines), call.Cancellation);
        return true;
    }
}
