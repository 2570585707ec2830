using System.Text.Json.Serialization;

namespace Planner.Core.Planning.Runs;

/// <summary>What most steps need to find the run's content.</summary>
public sealed record RunScope(string Ticket, string Codebase, string? Previous)
{
    /// <summary>The runs that this one goes on from, the newest first; null where it began anew.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Follows { get; init; }

    /// <summary>Why it follows them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReplanningCause? Cause { get; init; }
}

/// <summary>Asks for what the followed runs thought.</summary>
public sealed record ResumeRequest(RunScope Scope, string Ticket);

/// <summary>Asks whom the words of the ticket touch that are new.</summary>
public sealed record TouchedRequest(RunScope Scope, string TicketBefore, string GroundingBefore, string Ticket, string Grounding, string Settlement);

/// <summary>Tells people that the run cannot go on.</summary>
/// <param name="Scope">The run.</param>
/// <param name="Step">The name of the step that failed.</param>
public sealed record FailedRequest(RunScope Scope, string Step);

/// <summary>Asks for grounding.</summary>
public sealed record GroundRequest(RunScope Scope, string Ticket);

/// <summary>Asks for a close reading of a ticket that was grounded.</summary>
public sealed record UnderstandRequest(RunScope Scope, string Ticket, string Grounding);

/// <summary>Asks one specialist.</summary>
public sealed record ConsultRequest(RunScope Scope, string Specialist, int Round, string Ticket, string Grounding)
{
    /// <summary>Opinions that it builds on.</summary>
    public IReadOnlyList<string> BuildsOn { get; init; } = [];

    /// <summary>What the specialist said the last time it was asked; null the first time and where the rules alone think.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Before { get; init; }

    /// <summary>Facts researched so far, or null.</summary>
    public string? Research { get; init; }

    /// <summary>What was decided so far, or null.</summary>
    public string? Settlement { get; init; }

    /// <summary>The review whose findings it shall mend, or null.</summary>
    public string? Review { get; init; }
}

/// <summary>Asks for facts that close the gaps of opinions.</summary>
public sealed record ResearchRequest(RunScope Scope, int Round, string Ticket, string Grounding, IReadOnlyList<string> Opinions, string? Known);

/// <summary>Asks what people must decide; <paramref name="Before"/> is the agenda before, whose ids stay.</summary>
public sealed record AgendaRequest(RunScope Scope, string Ticket, IReadOnlyList<OpinionDigest> Opinions, string? Settlement, string? Before)
{
    /// <summary>Its number in the run, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The grounding; kept with the agenda for a run that follows.</summary>
    public required string Grounding { get; init; }

    /// <summary>All opinions so far; kept with the agenda.</summary>
    public required IReadOnlyList<OpinionDigest> History { get; init; }

    /// <summary>What was researched, or null; kept with the agenda.</summary>
    public string? Research { get; init; }
}

/// <summary>Tells people what is waited for.</summary>
public sealed record AnnounceRequest(
    RunScope Scope,
    string Ticket,
    string Agenda,
    IReadOnlyList<string> Open,
    DateTimeOffset Deadline,
    IReadOnlyList<OpinionDigest> Opinions)
{
    /// <summary>Who hears of it beyond those who are asked, once the deadline is near; null for nobody.</summary>
    public string? EscalateTo { get; init; }
}

/// <summary>Takes a decision because nobody did.</summary>
public sealed record DeadlineRequest(RunScope Scope, string Agenda, string Id, DateTimeOffset Deadline);

/// <summary>Asks what was decided and answered.</summary>
public sealed record SettleRequest(RunScope Scope, string Agenda, string? Before, DateTimeOffset Deadline);

/// <summary>Asks for the plan.</summary>
public sealed record AssembleRequest(
    RunScope Scope,
    string Ticket,
    string Grounding,
    IReadOnlyList<OpinionDigest> Opinions,
    IReadOnlyList<OpinionDigest> History,
    string? Research,
    string Agenda,
    string Settlement,
    int Threshold)
{
    /// <summary>All opinions that were given in this run, by reference; null in calls of before, and then those that the plan rests on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Given { get; init; }
}

/// <summary>Asks for the review of a plan.</summary>
public sealed record ReviewRequest(RunScope Scope, string Plan, int Threshold)
{
    /// <summary>The ticket with what stands around it; null where the rules alone think.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ticket { get; init; }

    /// <summary>The review before it in this run, where that had the plan read a second time; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Earlier { get; init; }
}

/// <summary>Asks for the artifacts of a version.</summary>
public sealed record WriteRequest(RunScope Scope, string Plan, string Review, string StoryVersion);

/// <summary>Asks for the questions of a ticket that is not ready.</summary>
public sealed record QuestionsRequest(RunScope Scope, string Ticket, string StoryVersion);

/// <summary>Tells people about a version; plan and review are empty where the ticket got questions.</summary>
public sealed record ReportRequest(RunScope Scope, string Ticket, string Plan, string Review, VersionDigest Version)
{
    /// <summary>What a run that follows takes up; null where there is no plan.</summary>
    public string? Thoughts { get; init; }
}
