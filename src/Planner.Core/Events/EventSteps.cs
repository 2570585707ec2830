using Planner.Durability;

namespace Planner.Core.Events;

/// <summary>Every step of handling an event, named and typed. Names are stable for ever.</summary>
public static class EventSteps
{
    /// <summary>Looks the ticket or comment up and says what is to be done.</summary>
    public static readonly Step<EventRequest, EventOrder> Judge = new("judge-event");

    /// <summary>Starts a run, attaches to the one under way or supersedes it.</summary>
    public static readonly Step<EventOrder.Start, EventResult> StartRun = new("start-run");

    /// <summary>Carries a command out and returns what is said about it.</summary>
    public static readonly Step<Command, string> Obey = new("obey-command");

    /// <summary>Answers a comment, once.</summary>
    public static readonly Step<Saying, bool> Say = new("say-outcome");

    /// <summary>Adds <see cref="HandleJiraEvent"/> and a handler for each step.</summary>
    public static WorkflowCatalog AddEvents(this WorkflowCatalog catalog, EventPorts ports)
    {
        var runs = new TicketRuns(ports);
        return catalog
            .Add(new HandleJiraEvent())
            .Add(Judge, new EventJudge(ports).Judge)
            .Add(StartRun, runs.Start)
            .Add(Obey, new CommandDesk(ports, runs).Obey)
            .Add(Say, (saying, call) => Reply(ports, saying, call));
    }

    private static async Task<bool> Reply(EventPorts ports, Saying saying, StepCall call)
    {
        await ports.Conversation.Reply(saying.Ticket, $"reply-{saying.Comment}", string.Join("\n\n", saying.Lines), call.Cancellation);
        return true;
    }
}
