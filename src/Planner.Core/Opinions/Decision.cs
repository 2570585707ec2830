using System.Text.Json.Serialization;

namespace Planner.Core.Opinions;

/// <summary>How hard it is to change one's mind later.</summary>
public enum Reversibility
{
    /// <summary>Hours.</summary>
    Easy,

    /// <summary>Days.</summary>
    Medium,

    /// <summary>Weeks, or data is lost.</summary>
    Hard,
}

/// <summary>A choice that people must take.</summary>
public sealed record Decision
{
    /// <summary>TD001 in a plan; local in an opinion.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about; answers, re-plans and later tickets find it by this. Of one that was stored or given without a key, its wording.</summary>
    public TopicKey Key { get => field ?? TopicKey.OfWording(Topic.Worded(Id, Title)); init; }

    /// <summary>Architecture, Technology, Integration, Performance, Security, Scaling, Deployment or Data.</summary>
    public required string Category { get; init; }

    /// <summary>What is to be decided, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>Why it comes up here.</summary>
    public required string Context { get; init; }

    /// <summary>Two or more.</summary>
    public required IReadOnlyList<DecisionOption> Options { get; init; }

    /// <summary>The id of the recommended option.</summary>
    public required string Recommendation { get; init; }

    /// <summary>Why that one.</summary>
    public required string Rationale { get; init; }

    /// <summary>What it changes in the implementation.</summary>
    public required string Impact { get; init; }

    /// <summary>1 to 10; decides the order in which people are asked.</summary>
    public required int Weight { get; init; }

    /// <summary>How hard the decision as a whole is to reverse.</summary>
    public required Reversibility Reversibility { get; init; }

    /// <summary>When to look at it again.</summary>
    public required string ReviewTrigger { get; init; }

    /// <summary>Ids of decisions that come before.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Specialists whose work changes with the choice.</summary>
    public IReadOnlyList<string> Touches { get; init; } = [];

    /// <summary>The option that is recommended.</summary>
    [JsonIgnore]
    public DecisionOption Recommended => Options.First(o => o.Id == Recommendation);

    /// <summary>True where both are about the same. One that was stored before there were keys is told by its wording.</summary>
    public bool IsAbout(Decision other) => Topic.IsSame(Key, Title, other.Key, other.Title);
}

/// <summary>One way to go.</summary>
public sealed record DecisionOption(string Id, string Title, IReadOnlyList<string> Pros, IReadOnlyList<string> Cons, string Cost, Reversibility Reversibility)
{
    /// <summary>What it comes down to; choices are found again by this. Of one that was stored or given without a key, its wording.</summary>
    public OptionKey Key { get => field ?? OptionKey.OfWording(Title); init; }

    /// <summary>When it fits best.</summary>
    public string BestFor { get; init; } = "";

    /// <summary>Words that show that an artifact speaks of this option.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Files, tables and endpoints that it changes or makes; where it is chosen, the plan must speak of each.</summary>
    public IReadOnlyList<string> Impacts { get; init; } = [];

    /// <summary>What it takes to move from the chosen option to this one later.</summary>
    public string MigrationPath { get; init; } = "";

    /// <summary>How its parts hang together; null where a drawing would tell nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Sketch? Sketch { get; init; }
}

/// <summary>How a decision stands.</summary>
public enum DecisionStatus
{
    /// <summary>Waited for.</summary>
    Pending,

    /// <summary>A person decided.</summary>
    Decided,

    /// <summary>The deadline decided.</summary>
    Provisional,
}

/// <summary>A decision with what became of it.</summary>
public sealed record SettledDecision
{
    /// <summary>The decision.</summary>
    public required Decision Decision { get; init; }

    /// <summary>How it stands.</summary>
    public required DecisionStatus Status { get; init; }

    /// <summary>The chosen option's id.</summary>
    public required string Option { get; init; }

    /// <summary>Why, in the words of who decided.</summary>
    public required string Rationale { get; init; }

    /// <summary>Who decided; "deadline policy" for provisional ones.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>When, by the workflow's clock.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Until when it was waited for.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>The chosen option.</summary>
    [JsonIgnore]
    public DecisionOption Chosen => Decision.Options.First(o => o.Id == Option);

    /// <summary>A decision that nobody took yet: it stands on its recommended option.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="deadline">Until when it is waited for; default where nobody is asked any more.</param>
    public static SettledDecision Pending(Decision decision, DateTimeOffset deadline = default) => new()
    {
        Decision = decision,
        Status = DecisionStatus.Pending,
        Option = decision.Recommendation,
        Rationale = decision.Rationale,
        DecidedBy = "",
        Timestamp = default,
        Deadline = deadline,
    };
}

/// <summary>An open question in free text.</summary>
public sealed record Question
{
    /// <summary>Q001 in a plan; local in an opinion.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about; answers and re-plans find it by this. Of one that was stored or given without a key, its wording.</summary>
    public TopicKey Key { get => field ?? TopicKey.OfWording(Topic.Worded(Id, Text)); init; }

    /// <summary>The question.</summary>
    public required string Text { get; init; }

    /// <summary>Who can answer: a name or a role.</summary>
    public required string Owner { get; init; }

    /// <summary>True where the plan must not be carried out without an answer.</summary>
    public required bool Blocking { get; init; }

    /// <summary>What the plan assumes until answered.</summary>
    public required string Assumption { get; init; }

    /// <summary>The answer, or null.</summary>
    public string? Answer { get; init; }

    /// <summary>Specialists whose work changes with the answer.</summary>
    public IReadOnlyList<string> Touches { get; init; } = [];

    /// <summary>True where both ask the same. One that was stored before there were keys is told by its wording.</summary>
    public bool IsAbout(Question other) => Topic.IsSame(Key, Text, other.Key, other.Text);
}

/// <summary>A question that was answered.</summary>
public sealed record AnsweredQuestion(Question Question, string Answer, string AnsweredBy);
