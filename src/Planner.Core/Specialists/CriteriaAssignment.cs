using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Tickets;

namespace Planner.Core.Specialists;

/// <summary>
/// Which criterion is whose: computed once for a round from what all members are given alike, and read by every member of the
/// panel. A criterion may be that of several; those who judge the work of others, and a team's own specialists, have none.
/// </summary>
/// <param name="Applying">Names of those who have something to do, in the panel's order; who judges the work of others is not among them.</param>
/// <param name="Owned">Ids of criteria in the ticket's order, by the name of each member of the panel.</param>
public sealed record CriteriaAssignment(IReadOnlyList<string> Applying, IReadOnlyDictionary<string, IReadOnlyList<string>> Owned)
{
    /// <summary>Nothing is assigned.</summary>
    public static CriteriaAssignment None { get; } = new([], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    /// <summary>The criteria of a member.</summary>
    public IReadOnlyList<string> Of(string specialist) => Owned.GetValueOrDefault(specialist, []);
}

/// <summary>Assigns the criteria of a ticket to a panel. Pure: the same round gives the same assignment.</summary>
public interface ICriteriaAssigner
{
    /// <summary>The assignment of a round.</summary>
    CriteriaAssignment Assign(AssignmentInputs inputs);
}

/// <summary>What all members of a panel are given alike in a round.</summary>
public sealed record AssignmentInputs
{
    /// <summary>Names of the panel's members, in its order, a team's own among them.</summary>
    public required IReadOnlyList<string> Panel { get; init; }

    /// <summary>The ticket.</summary>
    public required Ticket Ticket { get; init; }

    /// <summary>Its frozen criteria.</summary>
    public required FrozenCriteria Criteria { get; init; }

    /// <summary>What is known.</summary>
    public required TicketGrounding Grounding { get; init; }

    /// <summary>Facts researched since the last round.</summary>
    public IReadOnlyList<ResearchNote> Research { get; init; } = [];

    /// <summary>Decisions taken so far.</summary>
    public IReadOnlyList<SettledDecision> Decisions { get; init; } = [];

    /// <summary>Questions answered so far.</summary>
    public IReadOnlyList<AnsweredQuestion> Answers { get; init; } = [];

    /// <summary>All that the review found: a criterion goes to the specialist that shall mend a finding about it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Those of a consultation: about a ticket or about a part of an epic.</summary>
    /// <param name="consultation">Whose definition and findings do not matter here.</param>
    /// <param name="panel">Names of the panel's members.</param>
    /// <param name="findings">All that the review found.</param>
    public static AssignmentInputs Of(Consultation consultation, IReadOnlyList<string> panel, IReadOnlyList<Finding> findings) => new()
    {
        Panel = panel,
        Ticket = consultation.Ticket,
        Criteria = consultation.Criteria,
        Grounding = consultation.Grounding,
        Research = consultation.Research,
        Decisions = consultation.Decisions,
        Answers = consultation.Answers,
        Findings = findings,
    };
}
