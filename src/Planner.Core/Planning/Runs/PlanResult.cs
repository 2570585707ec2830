using Planner.Core.Opinions;
using Planner.Core.Review.Reports;

namespace Planner.Core.Planning.Runs;

/// <summary>How a run ended.</summary>
public sealed record PlanResult
{
    /// <summary>The verdict of a run whose ticket was not ready.</summary>
    public const string NotReady = "NOT READY";

    /// <summary>The ticket's key.</summary>
    public required string Ticket { get; init; }

    /// <summary>The version that it wrote.</summary>
    public required int Version { get; init; }

    /// <summary>One of <see cref="Verdicts"/>, or <see cref="NotReady"/>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Where people find the artifacts.</summary>
    public required string Artifacts { get; init; }

    /// <summary>Confidence by specialist, in the panel's order; those with nothing to do are left out.</summary>
    public IReadOnlyDictionary<string, int> Confidence { get; init; } = new Dictionary<string, int>();

    /// <summary>Decisions and what became of them.</summary>
    public IReadOnlyList<DecisionDigest> Decisions { get; init; } = [];

    /// <summary>How many tasks.</summary>
    public int Tasks { get; init; }

    /// <summary>Gates in order.</summary>
    public IReadOnlyList<Gate> Gates { get; init; } = [];

    /// <summary>What the reader should know first where the ticket was not ready.</summary>
    public string? Reason { get; init; }
}

/// <summary>A decision, short.</summary>
public sealed record DecisionDigest(string Id, string Title, DecisionStatus Status, string Option);
