using System.Text.Json.Serialization;
using Planner.Core.Decisions;
using Planner.Core.Review.Reports;
using Planner.Core.Specialists;

namespace Planner.Core.Planning.Runs;

/// <summary>The ticket, by reference.</summary>
/// <param name="Ref">sha256 of its content in the run's folder.</param>
/// <param name="Ready">False where it gets questions instead of a plan.</param>
/// <param name="Reason">Why it is not ready, or empty.</param>
/// <param name="Criteria">How many acceptance criteria.</param>
public sealed record TicketDigest(string Ref, bool Ready, string Reason, int Criteria);

/// <summary>The grounding, by reference.</summary>
public sealed record GroundingDigest(string Ref, int Files, int Limitations)
{
    /// <summary>True where the ticket is to be read closely before the panel is asked: where a model thinks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsReadClosely { get; init; }
}

/// <summary>Who sits on the panel, in an order in which nobody comes before those it builds on.</summary>
public sealed record PanelDigest(IReadOnlyList<Seat> Seats);

/// <summary>A specialist's place.</summary>
public sealed record Seat(string Name, IReadOnlyList<string> After);

/// <summary>An opinion, by reference.</summary>
public sealed record OpinionDigest(string Specialist, int Round, bool Applies, int Confidence, string Ref);

/// <summary>What was researched, by reference; <paramref name="Facts"/> is 0 where nothing new was found.</summary>
public sealed record ResearchDigest(string Ref, int Facts);

/// <summary>What people are asked, by reference, and what is waited for.</summary>
public sealed record AgendaDigest(string Ref, IReadOnlyList<AgendaEntry> WaitFor);

/// <summary>Something waited for: a decision or a blocking question.</summary>
public sealed record AgendaEntry(string Id, string From);

/// <summary>Ids that the inbox holds answers to.</summary>
public sealed record InboxDigest(IReadOnlyList<string> Answered)
{
    /// <summary>How long people are waited for, as somebody said last; null where the run's own policy holds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GivenTimeout? Timeout { get; init; }
}

/// <summary>What was decided and answered, by reference, and who must think again because of it.</summary>
public sealed record SettlementDigest(string Ref, IReadOnlyList<string> Touched, IReadOnlyList<DecisionDigest> Decisions)
{
    internal static SettlementDigest Of(string reference, Settlement settlement, IEnumerable<string> touched, SpecialistPanel panel) => new(
        reference,
        [.. panel.Order.Select(d => d.Name).Intersect(touched, StringComparer.Ordinal)],
        [.. settlement.Decisions.Select(d => new DecisionDigest(d.Decision.Id, d.Decision.Title, d.Status, d.Option))]);
}

/// <summary>What a run goes on from; all is null where nothing was kept that could be taken up.</summary>
public sealed record ResumedDigest
{
    /// <summary>What the followed run thought, by reference into the folder of the run that follows.</summary>
    public StoredRun? Thoughts { get; init; }

    /// <summary>Its grounding.</summary>
    public GroundingDigest? Grounding { get; init; }

    /// <summary>What is settled now, with whom that touches.</summary>
    public SettlementDigest? Settlement { get; init; }

    /// <summary>True where the ticket or what people added to it says something else now.</summary>
    public bool WordsChanged { get; init; }
}

/// <summary>Who must think again.</summary>
public sealed record TouchedDigest(IReadOnlyList<string> Names);

/// <summary>The assembled plan, by reference.</summary>
/// <param name="Ref">The plan.</param>
/// <param name="Tasks">How many.</param>
/// <param name="Thoughts">The <see cref="StoredRun"/> that it was made of.</param>
public sealed record PlanDigest(string Ref, int Tasks, string Thoughts);

/// <summary>The review, by reference; <paramref name="Mendable"/> names specialists with errors that they can mend.</summary>
public sealed record ReviewDigest(string Ref, string Verdict, IReadOnlyList<Gate> Gates, IReadOnlyList<string> Mendable)
{
    /// <summary>The plan with what its second reading added to it, by reference; null where none was due.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audited { get; init; }
}

/// <summary>A version that was written.</summary>
public sealed record VersionDigest(int Version, string Location);
