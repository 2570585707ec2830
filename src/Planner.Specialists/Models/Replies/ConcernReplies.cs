using System.ComponentModel;
using Planner.Core.Opinions;

namespace Planner.Specialists.Models.Replies;

/// <summary>What may go wrong.</summary>
internal sealed record RiskReply
{
    [Description("One sentence: what happens and to what.")]
    public required string Title { get; init; }

    public required Level Probability { get; init; }

    public required Level Impact { get; init; }

    public required string Mitigation { get; init; }

    public required string Contingency { get; init; }

    [Description("How one notices.")]
    public required string Detection { get; init; }

    [Description("Keys of tasks that make it less likely or less bad, of others as they are shown; the mitigation is part of what such a task says.")]
    public required IReadOnlyList<string> Tasks { get; init; }
}

/// <summary>A choice that people must take.</summary>
internal sealed record DecisionReply
{
    [Description("What it is about: a kind, a colon and the things it concerns, like `consistency:orders/payment` or `placement:discount-rule`.")]
    public required string Topic { get; init; }

    [Description("Architecture, Technology, Integration, Performance, Security, Scaling, Deployment or Data.")]
    public required string Category { get; init; }

    public required string Title { get; init; }

    [Description("Why it comes up here, with places in the code.")]
    public required string Context { get; init; }

    [Description("Two to four; each can be carried out here.")]
    public required IReadOnlyList<OptionReply> Options { get; init; }

    [Description("The key of the option that you recommend.")]
    public required string Recommended { get; init; }

    public required string Rationale { get; init; }

    [Description("1 to 10: how much of the work changes with it.")]
    public required int Weight { get; init; }

    [Description("When to look at it again.")]
    public required string ReviewTrigger { get; init; }
}

/// <summary>One way to go.</summary>
internal sealed record OptionReply
{
    [Description("One or two words in kebab-case.")]
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Pros { get; init; }

    public required IReadOnlyList<string> Cons { get; init; }

    [Description("What it costs to build and to run.")]
    public required string Cost { get; init; }

    public required Reversibility Reversibility { get; init; }

    [Description("Files, tables and endpoints that it changes or makes.")]
    public required IReadOnlyList<string> Impacts { get; init; }
}

/// <summary>An open question.</summary>
internal sealed record QuestionReply
{
    [Description("What it is about, as for decisions: `limit:returns`, `meaning:closed-order`.")]
    public required string Topic { get; init; }

    public required string Text { get; init; }

    [Description("True where the work must not be done without an answer.")]
    public required bool Blocking { get; init; }

    [Description("What holds until somebody answers.")]
    public required string Assumption { get; init; }
}
