using System.Text.Json.Serialization;
using Planner.Core.Decisions;

namespace Planner.Core.Planning.Runs;

/// <summary>What a run is asked to do. Names only: no path, no secret, no content.</summary>
public sealed record PlanRequest
{
    /// <summary>The ticket's key.</summary>
    public required string Ticket { get; init; }

    /// <summary>The name of a configured code base.</summary>
    public required string Codebase { get; init; }

    /// <summary>How patient and how strict the run is.</summary>
    public PlanningPolicy Policy { get; init; } = new();

    /// <summary>The run of another story version that this one takes over from; its answers and opinions count.</summary>
    public string? Previous { get; init; }

    /// <summary>
    /// The runs that this one goes on from, the newest first: what the first that kept something thought is taken up, and what
    /// people said to any of them. Null for a plan from the beginning.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Follows { get; init; }

    /// <summary>Why it follows them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReplanningCause? Cause { get; init; }
}

/// <summary>Limits of a run; part of its input, so that a replay sees the same.</summary>
public sealed record PlanningPolicy
{
    /// <summary>Specialists below it are asked again. 1 to 10, default 8.</summary>
    public int ConfidenceThreshold { get; init; } = 8;

    /// <summary>Consultations of the panel before decisions are asked. 1 to 5, default 2.</summary>
    public int MaxRounds { get; init; } = 2;

    /// <summary>How often answers may lead to a new agenda. 0 to 5, default 2.</summary>
    public int MaxReplans { get; init; } = 2;

    /// <summary>Deadlines, reminders and escalation.</summary>
    public DecisionPolicy Decisions { get; init; } = new();
}
