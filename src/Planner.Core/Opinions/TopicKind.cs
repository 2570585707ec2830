namespace Planner.Core.Opinions;

/// <summary>What kind of thing is to be decided or answered.</summary>
public enum TopicKind
{
    /// <summary>Told by the wording alone: stored before there were keys, or given without one.</summary>
    Wording,

    /// <summary>How two things that are changed together stay together.</summary>
    Consistency,

    /// <summary>What happens when two act on one thing at once.</summary>
    Concurrency,

    /// <summary>Where something belongs: a rule, a column, a type, a file.</summary>
    Placement,

    /// <summary>What becomes of facts that come late.</summary>
    Lateness,

    /// <summary>Whether something is removed or marked, and how long it is kept.</summary>
    Removal,

    /// <summary>How a change reaches what is there.</summary>
    Rollout,

    /// <summary>Which of two statements holds.</summary>
    Conflict,

    /// <summary>A choice that the ticket leaves open in its own words.</summary>
    OpenChoice,

    /// <summary>How long, how many, how often at most.</summary>
    Limit,

    /// <summary>What a name or a phrase means.</summary>
    Meaning,

    /// <summary>Who may do or see something.</summary>
    Access,

    /// <summary>What happens when something is done again.</summary>
    Repetition,

    /// <summary>What something consists of: columns, types, keys.</summary>
    Shape,

    /// <summary>Which rule something keeps.</summary>
    Rule,

    /// <summary>Which values rows of today get.</summary>
    Backfill,

    /// <summary>How much there is.</summary>
    Volume,

    /// <summary>Which time or load is promised, and what measures it.</summary>
    Measure,

    /// <summary>With which tool or on which environment something is done.</summary>
    Tooling,

    /// <summary>What a pattern of the team asks for.</summary>
    Pattern,

    /// <summary>What comes first.</summary>
    Order,

    /// <summary>When something counts as accepted.</summary>
    Acceptance,
}
