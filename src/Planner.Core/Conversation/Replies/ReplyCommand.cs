using System.Text.Json.Serialization;

namespace Planner.Core.Conversation.Replies;

/// <summary>What somebody asks of the product in a comment on a ticket.</summary>
[JsonDerivedType(typeof(Decide), "decide")]
[JsonDerivedType(typeof(Answer), "answer")]
[JsonDerivedType(typeof(Status), "status")]
[JsonDerivedType(typeof(Refine), "refine")]
[JsonDerivedType(typeof(Cancel), "cancel")]
[JsonDerivedType(typeof(Plan), "plan")]
[JsonDerivedType(typeof(Wrong), "wrong")]
public abstract record ReplyCommand
{
    private ReplyCommand()
    {
    }

    /// <summary><c>/decide TD001 B because we know it</c>.</summary>
    /// <param name="Id">Like <c>TD001</c>.</param>
    /// <param name="Option">The option's id, in capitals.</param>
    /// <param name="Because">The reason; empty where none was given.</param>
    public sealed record Decide(string Id, string Option, string Because) : ReplyCommand;

    /// <summary><c>/answer Q001 thirty days</c>.</summary>
    /// <param name="Id">Like <c>Q001</c>.</param>
    /// <param name="Text">The answer; never empty.</param>
    public sealed record Answer(string Id, string Text) : ReplyCommand;

    /// <summary><c>/plan status</c>: what the run does, and what it waits for.</summary>
    public sealed record Status : ReplyCommand;

    /// <summary><c>/plan refine keep the old export for a year</c>: plans the ticket again with that.</summary>
    /// <param name="Text">What is to be planned besides; never empty.</param>
    public sealed record Refine(string Text) : ReplyCommand;

    /// <summary><c>/plan cancel</c>: ends the run.</summary>
    public sealed record Cancel : ReplyCommand;

    /// <summary><c>/plan</c>: plans the ticket now.</summary>
    public sealed record Plan : ReplyCommand;

    /// <summary>Meant for the product and not understood.</summary>
    /// <param name="Line">As written, cut to a hundred characters.</param>
    /// <param name="Help">How it is written, like <c>/decide TD001 B because …</c>.</param>
    public sealed record Wrong(string Line, string Help) : ReplyCommand;
}
