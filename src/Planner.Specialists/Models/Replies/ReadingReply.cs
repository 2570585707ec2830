using System.ComponentModel;

namespace Planner.Specialists.Models.Replies;

/// <summary>What a model answers when it is asked what a ticket wants.</summary>
internal sealed record ReadingReply
{
    public required string EndState { get; init; }

    public required IReadOnlyList<string> Constraints { get; init; }

    public required IReadOnlyList<string> Work { get; init; }

    public required IReadOnlyList<string> Removals { get; init; }

    public required IReadOnlyList<string> Contradictions { get; init; }

    public required IReadOnlyList<OpenReply> Open { get; init; }
}

/// <summary>Something that the ticket leaves open.</summary>
internal sealed record OpenReply
{
    public required string Question { get; init; }

    [Description("The answer that you would take for now.")]
    public required string Recommended { get; init; }

    [Description("1 to 10: how much of the work changes with it.")]
    public required int Impact { get; init; }

    [Description("1 to 10: how uncertain it is.")]
    public required int Uncertainty { get; init; }
}

/// <summary>What a model answers when it is asked which files a ticket will change.</summary>
internal sealed record RankReply
{
    public required IReadOnlyList<RankedReply> Files { get; init; }

    public required IReadOnlyList<RankedReply> Added { get; init; }
}

/// <summary>A file.</summary>
internal sealed record RankedReply
{
    public required string Path { get; init; }

    [Description("What will change in it, in a few words.")]
    public required string Why { get; init; }
}
