namespace Planner.Core.Grounding.Facts;

/// <summary>What a model read out of a ticket, before anybody plans. All of it is what the ticket says; nothing of it is settled.</summary>
public sealed record TicketReading
{
    /// <summary>How it will be when the work is done, in a sentence or two.</summary>
    public required string EndState { get; init; }

    /// <summary>What must hold on the way there.</summary>
    public IReadOnlyList<string> Constraints { get; init; } = [];

    /// <summary>Pieces of work that the ticket itself lists.</summary>
    public IReadOnlyList<string> Work { get; init; } = [];

    /// <summary>What the ticket removes, renames or replaces.</summary>
    public IReadOnlyList<string> Removals { get; init; } = [];

    /// <summary>Statements that cannot both hold.</summary>
    public IReadOnlyList<string> Contradictions { get; init; } = [];

    /// <summary>What it leaves open, the weightiest first; at most five.</summary>
    public IReadOnlyList<OpenPoint> Open { get; init; } = [];

    /// <summary>Files that will be added, where they are likely to lie.</summary>
    public IReadOnlyList<RankedFile> NewFiles { get; init; } = [];

    /// <summary>The model that read.</summary>
    public required string Model { get; init; }
}

/// <summary>Something that a ticket leaves open.</summary>
/// <param name="Question">In one sentence.</param>
/// <param name="Recommended">The answer that holds until somebody gives another.</param>
/// <param name="Weight">1 to 100: how much of the work changes with it, times how uncertain it is.</param>
public sealed record OpenPoint(string Question, string Recommended, int Weight);
