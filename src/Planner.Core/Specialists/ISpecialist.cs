using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Specialists;

/// <summary>Thinks about a ticket: by rules alone, or with a model.</summary>
public interface ISpecialist
{
    /// <summary>How it thinks: <c>rules</c>, or the name of a kind of model as <c>--model</c> has it. What is kept of a consultation is kept by it.</summary>
    string Mode { get; }

    /// <summary>sha256 of the words in which it would be asked by this definition; empty where none are used. Other words are another consultation.</summary>
    string PromptHash(SpecialistDefinition definition);

    /// <summary>
    /// Gives an opinion; the same consultation gives the same opinion. It may be asked again after a crash: what it pays for goes
    /// under the call's key, which is the same at every attempt and of an epic another one for each story.
    /// </summary>
    Task<Opinion> Consult(Consultation consultation, StepCall call);
}

/// <summary>All that a specialist is given.</summary>
public sealed record Consultation
{
    /// <summary>Who is asked.</summary>
    public required SpecialistDefinition Definition { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Round { get; init; }

    /// <summary>The ticket.</summary>
    public required Ticket Ticket { get; init; }

    /// <summary>What stands around the ticket; nothing where the rules alone read.</summary>
    public Discussion Discussion { get; init; } = Discussion.None;

    /// <summary>Its frozen criteria.</summary>
    public required FrozenCriteria Criteria { get; init; }

    /// <summary>What is known.</summary>
    public required TicketGrounding Grounding { get; init; }

    /// <summary>The name or path of the code base that was read, to look into it again; empty where there is none to look into.</summary>
    public string Codebase { get; init; } = "";

    /// <summary>The run that this one takes over from, whose paid answers are used again; null for none.</summary>
    public string? Previous { get; init; }

    /// <summary>Which criterion is whose, the same for every member of the panel.</summary>
    public CriteriaAssignment Assignment { get; init; } = CriteriaAssignment.None;

    /// <summary>Opinions that this one builds on, in the panel's order.</summary>
    public IReadOnlyList<Opinion> BuildsOn { get; init; } = [];

    /// <summary>What it said itself the last time it was asked, which it may correct; null the first time, and for rules.</summary>
    public Opinion? Before { get; init; }

    /// <summary>Facts researched since the last round.</summary>
    public IReadOnlyList<ResearchNote> Research { get; init; } = [];

    /// <summary>Decisions taken so far.</summary>
    public IReadOnlyList<SettledDecision> Decisions { get; init; } = [];

    /// <summary>Questions answered so far.</summary>
    public IReadOnlyList<AnsweredQuestion> Answers { get; init; } = [];

    /// <summary>Findings of the review that this specialist shall mend.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
