using System.Text.Json.Serialization;
using Planner.Core.Grounding.Facts;
using Planner.Core.LanguageModels;

namespace Planner.Core.Opinions;

/// <summary>
/// What a specialist returns. Ids inside are local and start with its name (<c>database/create-order-returns</c>);
/// assembling the plan turns them into T001, V001, R001, TD001 and Q001.
/// </summary>
public sealed partial record Opinion
{
    /// <summary>Who gave it.</summary>
    public required string Specialist { get; init; }

    /// <summary>Which consultation.</summary>
    public required int Round { get; init; }

    /// <summary>False where the ticket gives this specialist nothing to do; then all lists are empty.</summary>
    public required bool Applies { get; init; }

    /// <summary>1 to 10.</summary>
    public required int Confidence { get; init; }

    /// <summary>Why this confidence: one or two sentences.</summary>
    public required string Rationale { get; init; }

    /// <summary>What it rests on: <c>path:line</c>, tables, endpoints.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>What is to be done, in one paragraph.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What it could not know.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>Work.</summary>
    public IReadOnlyList<PlanTask> Tasks { get; init; } = [];

    /// <summary>Tests.</summary>
    public IReadOnlyList<PlanTest> Tests { get; init; } = [];

    /// <summary>Risks.</summary>
    public IReadOnlyList<Risk> Risks { get; init; } = [];

    /// <summary>Decisions that people must take.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>Open questions.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What it designs, at most one of each kind.</summary>
    public IReadOnlyList<Design> Designs { get; init; } = [];

    /// <summary>Where it comes from.</summary>
    public Provenance Provenance { get; init; } = Provenance.Rules;

    /// <summary>Why a model may not be as sure as it says, a clause each; null where nothing speaks against it, and for rules.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Caps { get; init; }

    /// <summary>
    /// Files that a model was shown before it said this, each once, sorted: what its confidence is held against. Null for rules, and
    /// in opinions that were kept before reading was noted.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Read { get; init; }

    /// <summary>
    /// What a model looked up with tools of servers; null for rules, and where there are none. What was missing is a limitation of the plan.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ServerLookups? Servers { get; init; }

    /// <summary>What it took: an entry for each consultation that it was made of.</summary>
    public IReadOnlyList<LedgerEntry> Ledger { get; init; } = [];

    /// <summary>What of it did not fit, and was put right or left out.</summary>
    public IReadOnlyList<OpinionFinding> Findings { get; init; } = [];

    /// <summary>For an epic: the opinion on each of its parts, which this one sums up; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OpinionPart>? Parts { get; init; }
}

/// <summary>An opinion on one part of an epic.</summary>
/// <param name="Key">The story's key, or the epic's for what it asks for itself.</param>
/// <param name="Opinion">Its local ids hold the key, so that they are unique over all parts.</param>
public sealed record OpinionPart(string Key, Opinion Opinion);
