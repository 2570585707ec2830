using System.Text.Json.Serialization;

namespace Planner.Core.Grounding.Facts;

/// <summary>What the documents of a code base say, before any ticket is looked at: data, whatever it asks for.</summary>
public sealed record DocumentFacts
{
    /// <summary>Nothing is known.</summary>
    public static DocumentFacts None { get; } = new();

    /// <summary>Headings of Markdown documents with the words under them.</summary>
    public IReadOnlyList<SectionFact> Sections { get; init; } = [];

    /// <summary>Principles of the team's constitution.</summary>
    public IReadOnlyList<PrincipleFact> Principles { get; init; } = [];

    /// <summary>Answers that were given before.</summary>
    public IReadOnlyList<EarlierAnswer> Answers { get; init; } = [];

    /// <summary>Decisions that were taken before.</summary>
    public IReadOnlyList<EarlierDecision> Decisions { get; init; } = [];
}

/// <summary>A section of a document.</summary>
/// <param name="Path">The document.</param>
/// <param name="Line">Of its heading, from 1.</param>
/// <param name="Title">The heading.</param>
/// <param name="Words">Distinct singular words of heading and text, bounded, in their order.</param>
/// <param name="Names">Names of code in it, bounded, in their order.</param>
public sealed record SectionFact(string Path, int Line, string Title, IReadOnlyList<string> Words, IReadOnlyList<string> Names);

/// <summary>A sentence of the constitution that obliges; <paramref name="IsMust"/> is false where it only says SHOULD.</summary>
public sealed record PrincipleFact(string Path, int Line, string Heading, bool IsMust, string Text);

/// <summary>A question of an earlier ticket with its answer.</summary>
public sealed record EarlierAnswer(string Source, string Id, string Question, string Answer);

/// <summary>A decision of an earlier ticket or of the team.</summary>
public sealed record EarlierDecision
{
    /// <summary>The ticket's key, or the file it stands in.</summary>
    public required string Source { get; init; }

    /// <summary>Like TD001.</summary>
    public required string Id { get; init; }

    /// <summary>The key of what it was about; null where people wrote it down, or a plan of before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    /// <summary>What was to be decided.</summary>
    public required string Title { get; init; }

    /// <summary>Like Architecture; empty where it is not said.</summary>
    public string Category { get; init; } = "";

    /// <summary>The key of the option that was chosen; null where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OptionKey { get; init; }

    /// <summary>What was decided, in words.</summary>
    public required string Decision { get; init; }

    /// <summary>Decided, Provisional or Pending.</summary>
    public string Status { get; init; } = "";

    /// <summary>Why.</summary>
    public string Rationale { get; init; } = "";

    /// <summary>When to look at it again.</summary>
    public string ReviewTrigger { get; init; } = "";

    /// <summary>Files, tables and endpoints that its ticket changes.</summary>
    public IReadOnlyList<string> Things { get; init; } = [];

    /// <summary>Like "SHOP-101 TD001".</summary>
    [JsonIgnore]
    public string Name => $"{Source} {Id}";
}
