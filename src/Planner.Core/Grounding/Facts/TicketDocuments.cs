namespace Planner.Core.Grounding.Facts;

/// <summary>What of documents and memory bears on one ticket.</summary>
public sealed record TicketDocuments
{
    /// <summary>Nothing was found.</summary>
    public static TicketDocuments None { get; } = new();

    /// <summary>Sections to read, the likeliest first.</summary>
    public IReadOnlyList<ToldSection> Sections { get; init; } = [];

    /// <summary>All principles: they hold for every ticket.</summary>
    public IReadOnlyList<PrincipleFact> Principles { get; init; } = [];

    /// <summary>Earlier answers about the same things.</summary>
    public IReadOnlyList<EarlierAnswer> Answers { get; init; } = [];

    /// <summary>Earlier decisions about the same things, each with the reason why it is told.</summary>
    public IReadOnlyList<ToldDecision> Decisions { get; init; } = [];
}

/// <summary>A section as <c>path#heading</c>, the line of its heading, and why it is told.</summary>
public sealed record ToldSection(string Place, int Line, string Title, string Why);

/// <summary>An earlier decision and why it is told.</summary>
public sealed record ToldDecision(EarlierDecision Decision, string Why);
