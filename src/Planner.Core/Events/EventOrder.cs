using System.Text.Json.Serialization;
using Planner.Core.Conversation.Replies;

namespace Planner.Core.Events;

/// <summary>What an event means, once it was looked up and authorised.</summary>
[JsonDerivedType(typeof(Ignore), "rest")]
[JsonDerivedType(typeof(Start), "start")]
[JsonDerivedType(typeof(Follow), "follow")]
[JsonDerivedType(typeof(Refuse), "refuse")]
[JsonDerivedType(typeof(Execute), "obey")]
public abstract record EventOrder
{
    private EventOrder()
    {
    }

    /// <summary>There is nothing to do.</summary>
    public sealed record Ignore(string Reason) : EventOrder;

    /// <summary>A run is started.</summary>
    public sealed record Start(string Ticket, string Codebase, string RunId) : EventOrder;

    /// <summary>The ticket was edited: its plan, where it has one, may rest on other words.</summary>
    public sealed record Follow(string Ticket) : EventOrder;

    /// <summary>Somebody asked for what they may not.</summary>
    public sealed record Refuse(string Ticket, string Comment, string Reason) : EventOrder;

    /// <summary>Commands are carried out.</summary>
    public sealed record Execute(string Ticket, string Comment, string Author, IReadOnlyList<ReplyCommand> Commands) : EventOrder;
}
