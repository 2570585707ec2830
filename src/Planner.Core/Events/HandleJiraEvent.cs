using System.Security.Cryptography;
using System.Text;
using Planner.Core.Conversation.Replies;
using Planner.Durability;

namespace Planner.Core.Events;

/// <summary>
/// Stands between a webhook and all work: started before the webhook is answered, with an id made from the delivery, so that one
/// event is handled once, however often and in whatever order it is delivered. It looks up what is missing, authorises, and starts
/// or talks to runs.
/// </summary>
public sealed class HandleJiraEvent : Workflow<EventRequest, EventResult>
{
    /// <summary>Changes whenever the order or kind of calls below changes.</summary>
    public const string Version = "1";

    /// <inheritdoc />
    public override string Name => "handle-jira-event";

    /// <inheritdoc />
    public override string StoryVersion => Version;

    /// <inheritdoc />
    public override bool IsCounted => false;

    /// <summary>The id of the run that handles an event: the same for each delivery of it.</summary>
    /// <param name="told">The event.</param>
    /// <param name="delivery">The delivery's own identifier, the same when it is delivered again, or null.</param>
    /// <param name="body">The raw body.</param>
    public static EventRequest Request(TrackerEvent told, string? delivery, ReadOnlySpan<byte> body)
    {
        var digest = Convert.ToHexStringLower(string.IsNullOrWhiteSpace(delivery) ? SHA256.HashData(body) : SHA256.HashData(Encoding.UTF8.GetBytes(delivery)));
        var id = told switch
        {
            TrackerEvent.StatusChanged { Change: { } change } changed => $"event-{changed.Ticket}-t{change}",
            TrackerEvent.Edited { Change: { } change } edited => $"event-{edited.Ticket}-t{change}",
            TrackerEvent.Commented commented => $"event-c{commented.Comment}",
            _ => $"event-{digest[..32]}",
        };
        return new EventRequest(id, told, digest[..8]);
    }

    /// <inheritdoc />
    public override async Task<EventResult> Run(WorkflowContext context, EventRequest request)
    {
        switch (await context.Call(EventSteps.Judge, request))
        {
            case EventOrder.Start start:
                return await context.Call(EventSteps.StartRun, start);
            case EventOrder.Follow follow:
                return await context.Call(EventSteps.FollowEdit, follow);
            case EventOrder.Refuse refuse:
                await context.Call(EventSteps.Say, new Saying(refuse.Ticket, refuse.Comment, [refuse.Reason]));
                return new EventResult(null, refuse.Reason);
            case EventOrder.Execute execute:
                return await Execute(context, execute);
            case EventOrder.Ignore ignore:
                return new EventResult(null, ignore.Reason);
            default:
                throw new InvalidOperationException("An event is ignored, refused, executed, or starts a run that may follow another.");
        }
    }

    private static async Task<EventResult> Execute(WorkflowContext context, EventOrder.Execute order)
    {
        var said = new List<string>();
        foreach (var command in order.Commands)
        {
            said.Add(await context.Call(EventSteps.Execute, new Command(order.Ticket, order.Comment, order.Author, command)));
        }

        await context.Call(EventSteps.Say, new Saying(order.Ticket, order.Comment, said));
        return new EventResult(null, $"{said.Count} {(said.Count == 1 ? "command" : "commands")} in comment {order.Comment}");
    }
}

/// <summary>An event to handle.</summary>
/// <param name="Id">The id of the run that handles it.</param>
/// <param name="Event">What was told.</param>
/// <param name="Digest">Eight hex digits that stand for the delivery.</param>
public sealed record EventRequest(string Id, TrackerEvent Event, string Digest);

/// <summary>What came of an event.</summary>
/// <param name="RunId">The run that plans the ticket because of it, or null.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record EventResult(string? RunId, string Reason);

/// <summary>A command to carry out.</summary>
public sealed record Command(string Ticket, string Comment, string Author, ReplyCommand Asked);

/// <summary>What is answered to a comment.</summary>
public sealed record Saying(string Ticket, string Comment, IReadOnlyList<string> Lines);
