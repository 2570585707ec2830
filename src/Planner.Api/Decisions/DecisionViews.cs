using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;

namespace Planner.Api.Decisions;

/// <summary>A decision and how it stands.</summary>
public sealed record DecisionView
{
    /// <summary>Like TD001.</summary>
    public required string Id { get; init; }

    /// <summary>Architecture, Technology, and so on.</summary>
    public required string Category { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>Why it comes up.</summary>
    public required string Context { get; init; }

    /// <summary>Two or more.</summary>
    public required IReadOnlyList<OptionView> Options { get; init; }

    /// <summary>The id of the recommended option.</summary>
    public required string Recommendation { get; init; }

    /// <summary>Waited for, decided by a person, or taken by the deadline.</summary>
    public required DecisionStatus Status { get; init; }

    /// <summary>The chosen option's id; null while it is waited for.</summary>
    public required string? Option { get; init; }

    /// <summary>Why: of who decided, or of who recommends.</summary>
    public required string Rationale { get; init; }

    /// <summary>Who decided, or null.</summary>
    public required string? DecidedBy { get; init; }

    /// <summary>When it was decided, or null.</summary>
    public required string? Timestamp { get; init; }

    /// <summary>Until when it is or was waited for, or null.</summary>
    public required string? Deadline { get; init; }

    /// <summary>How hard it is to reverse.</summary>
    public required Reversibility Reversibility { get; init; }

    /// <summary>Ids of decisions before it.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    internal static DecisionView Of(DecisionEntry entry) => new()
    {
        Id = entry.Id,
        Category = entry.Category,
        Title = entry.Title,
        Context = entry.Context,
        Options = [.. entry.Options.Select(o => new OptionView(o.Id, o.Title, o.Pros, o.Cons, o.Cost, o.Reversibility, o.BestFor))],
        Recommendation = entry.Recommendation,
        Status = entry.Status,
        Option = entry.Option,
        Rationale = entry.Rationale,
        DecidedBy = entry.DecidedBy,
        Timestamp = entry.Timestamp,
        Deadline = entry.Deadline,
        Reversibility = entry.Reversibility,
        DependsOn = entry.DependsOn,
    };
}

/// <summary>One way to go.</summary>
public sealed record OptionView(
    string Id, string Title, IReadOnlyList<string> Pros, IReadOnlyList<string> Cons, string Cost, Reversibility Reversibility, string BestFor);

/// <summary>A question and its answer.</summary>
/// <param name="Id">Like Q001.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Owner">Who can answer.</param>
/// <param name="Blocking">True where the run waits for it.</param>
/// <param name="Assumption">What the plan assumes until it is answered.</param>
/// <param name="Answer">Null while there is none.</param>
public sealed record QuestionView(string Id, string Text, string Owner, bool Blocking, string Assumption, string? Answer);

/// <summary>All decisions of a run.</summary>
public sealed record DecisionListView(string RunId, IReadOnlyList<DecisionView> Items);

/// <summary>All questions of a run.</summary>
public sealed record QuestionListView(string RunId, IReadOnlyList<QuestionView> Items);

/// <summary>A person's choice.</summary>
/// <param name="Option">The option's id.</param>
/// <param name="Rationale">Why; at most 4,000 characters.</param>
/// <param name="DecidedBy">Who decided, where an operator passes on the choice of another; at most 200 characters.</param>
public sealed record TakeDecision(string Option, string? Rationale = null, string? DecidedBy = null);

/// <summary>A person's answer.</summary>
/// <param name="Answer">At most 4,000 characters.</param>
/// <param name="DecidedBy">Who answered, where an operator passes on the answer of another; at most 200 characters.</param>
public sealed record GiveAnswer(string Answer, string? DecidedBy = null);

/// <summary>An answer that was taken.</summary>
/// <param name="RunId">The run that takes it up.</param>
/// <param name="Id">What was answered.</param>
/// <param name="By">Who answered.</param>
/// <param name="At">When.</param>
/// <param name="IsLate">True where the answer came after the deadline and that run makes the plan again.</param>
public sealed record TakenAnswer(string RunId, string Id, string By, DateTimeOffset At, bool IsLate = false);
