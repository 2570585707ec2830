using Planner.Core.Conversation;
using Planner.Core.Planning.Replanning;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Events;

/// <summary>What handling an event reaches the world through.</summary>
public sealed record EventPorts
{
    /// <summary>What is said on tickets.</summary>
    public required ITicketConversation Conversation { get; init; }

    /// <summary>Starts and ends runs.</summary>
    public required IWorkflowClient Client { get; init; }

    /// <summary>Takes answers.</summary>
    public required AnswerService Desk { get; init; }

    /// <summary>Starts runs that follow others.</summary>
    public required FollowUps FollowUps { get; init; }

    /// <summary>Where tickets live; null where edits of tickets are not looked at.</summary>
    public ITicketTracker? Tracker { get; init; }

    /// <summary>What starts a run, and who may ask for what.</summary>
    public required TriggerPolicy Policy { get; init; }
}
