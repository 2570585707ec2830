using System.ComponentModel;
using Planner.Core.Review.Audits;

namespace Planner.Specialists.Models.Replies;

/// <summary>What a model answers when it is asked to audit a plan: what it looked at first, what follows from it after.</summary>
internal sealed record AuditReply
{
    [Description("At least ten concrete things that you looked at.")]
    public required IReadOnlyList<CheckedReply> Checked { get; init; }

    [Description("What became of each of the findings that you are told of; empty where you are told of none.")]
    public required IReadOnlyList<EarlierReply> Earlier { get; init; }

    [Description("What is wrong in the plan.")]
    public required IReadOnlyList<FaultReply> Findings { get; init; }

    [Description("What is missing in it.")]
    public required IReadOnlyList<MissingReply> Missing { get; init; }
}

/// <summary>Something that was looked at.</summary>
internal sealed record CheckedReply
{
    [Description("One line: what, and what you saw.")]
    public required string What { get; init; }

    [Description("An id of the plan, a path, a table or an endpoint.")]
    public required string Place { get; init; }

    [Description("Words that stand there, letter by letter.")]
    public required string Quote { get; init; }

    public required AuditResult Result { get; init; }
}

/// <summary>What became of an earlier finding.</summary>
internal sealed record EarlierReply
{
    [Description("Its number.")]
    public required int Number { get; init; }

    [Description("An id of the plan, a path, a table or an endpoint.")]
    public required string Place { get; init; }

    [Description("Words that stand there, letter by letter.")]
    public required string Quote { get; init; }

    [Description("True where it is as wrong as before.")]
    public required bool Holds { get; init; }
}

/// <summary>Something that is wrong.</summary>
internal sealed record FaultReply
{
    [Description("An id of the plan, a path, a table or an endpoint.")]
    public required string Place { get; init; }

    [Description("Words that show it, letter by letter.")]
    public required string Quote { get; init; }

    [Description("What is wrong and what would mend it, in one or two sentences.")]
    public required string Message { get; init; }

    public required FaultKind Fault { get; init; }

    [Description("True only where the plan must not be carried out with it.")]
    public required bool Blocks { get; init; }

    [Description("The name of the specialist who should mend it, or null.")]
    public required string? Specialist { get; init; }
}

/// <summary>Something that no task does.</summary>
internal sealed record MissingReply
{
    [Description("Where it is needed: a path, a table, an endpoint, a criterion or a task.")]
    public required string Place { get; init; }

    [Description("Words that show that it is needed, letter by letter.")]
    public required string Quote { get; init; }

    [Description("What is missing and what would mend it, in one or two sentences.")]
    public required string Message { get; init; }

    [Description("True only where the plan must not be carried out without it.")]
    public required bool Blocks { get; init; }

    [Description("The name of the specialist who should plan it, or null.")]
    public required string? Specialist { get; init; }
}
