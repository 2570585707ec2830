using Planner.Core.LanguageModels;
using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Api.Runs;

/// <summary>How far a run is, in words for clients.</summary>
public enum RunState
{
    /// <summary>Started, nothing done yet.</summary>
    Pending,

    /// <summary>At work.</summary>
    Running,

    /// <summary>Waits for people.</summary>
    Waiting,

    /// <summary>Held by an operator.</summary>
    Suspended,

    /// <summary>Ended with a version.</summary>
    Completed,

    /// <summary>Ended by a fault.</summary>
    Failed,

    /// <summary>Ended from outside.</summary>
    Cancelled,
}

/// <summary>A run as clients see it.</summary>
public sealed record RunView
{
    /// <summary>Its id.</summary>
    public required string RunId { get; init; }

    /// <summary>The ticket's key.</summary>
    public required string Ticket { get; init; }

    /// <summary>The name of the code base.</summary>
    public required string Codebase { get; init; }

    /// <summary>How far it is.</summary>
    public required RunState Status { get; init; }

    /// <summary>What it does now, like <c>grounding</c>; null where it says nothing.</summary>
    public required string? Stage { get; init; }

    /// <summary>The version that it wrote, or null.</summary>
    public required int? Version { get; init; }

    /// <summary>The plan's verdict, or null.</summary>
    public required string? Verdict { get; init; }

    /// <summary>What it waits for.</summary>
    public required IReadOnlyList<WaitView> WaitingFor { get; init; }

    /// <summary>The run that took over, or null.</summary>
    public required string? SupersededBy { get; init; }

    /// <summary>The run that this one goes on from, or null.</summary>
    public required string? Follows { get; init; }

    /// <summary>Why it follows that one, or null.</summary>
    public required CauseView? Cause { get; init; }

    /// <summary>Why it ended as it did, or null.</summary>
    public required string? Reason { get; init; }

    /// <summary>What calls of models took so far; null where none was made, and in lists.</summary>
    public CallTotal? ModelCalls { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When something last happened.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The view of a planning.</summary>
    internal static RunView Of(RunInfo run)
    {
        var progress = run.HasEnded ? null : RunProgress.Of(run);
        var result = run.Output is { } output ? Payload.Read<PlanResult>(output) : null;
        var request = Payload.Read<PlanRequest>(run.Input!);
        return new RunView
        {
            RunId = run.InstanceId,
            Ticket = request.Ticket,
            Codebase = request.Codebase,
            Status = StateOf(run),
            Stage = progress?.Stage,
            Version = result?.Version,
            Verdict = result?.Verdict,
            WaitingFor = [.. (progress?.WaitingFor ?? []).Select(entry => new WaitView(entry.Id, progress!.Until, entry.From))],
            SupersededBy = run.SucceededBy ?? run.SupersededBy,
            Follows = request.Follows?[0],
            Cause = CauseView.Of(request.Cause),
            Reason = run.Reason ?? result?.Reason,
            CreatedAt = run.CreatedAt,
            UpdatedAt = run.UpdatedAt,
        };
    }

    /// <summary>How far a planning is.</summary>
    internal static RunState StateOf(RunInfo run) => run.Status switch
    {
        RunStatus.Pending => RunState.Pending,
        RunStatus.Running => RunProgress.Of(run)?.Until is null ? RunState.Running : RunState.Waiting,
        RunStatus.Suspended => RunState.Suspended,
        RunStatus.Completed => RunState.Completed,
        RunStatus.Failed => RunState.Failed,
        RunStatus.Terminated => RunState.Cancelled,
        _ => throw new InvalidOperationException("A run has six statuses."),
    };
}

/// <summary>Why a run follows another.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Id">For a late answer: the decision or question; else null.</param>
/// <param name="By">For a refinement: who asked; else null.</param>
public sealed record CauseView(CauseKind Kind, string? Id, string? By)
{
    internal static CauseView? Of(ReplanningCause? cause) => cause switch
    {
        null => null,
        ReplanningCause.LateAnswer late => new(CauseKind.LateAnswer, late.Id, null),
        ReplanningCause.Refinement refinement => new(CauseKind.Refinement, null, refinement.By),
        ReplanningCause.ChangedTicket => new(CauseKind.ChangedTicket, null, null),
        _ => throw new InvalidOperationException("A run follows another for three causes."),
    };
}

/// <summary>What makes a run follow another.</summary>
public enum CauseKind
{
    /// <summary>A person settled what was provisional or assumed.</summary>
    LateAnswer,

    /// <summary>Somebody asked for more.</summary>
    Refinement,

    /// <summary>The ticket says something else.</summary>
    ChangedTicket,
}

/// <summary>Something that a run waits for.</summary>
/// <param name="Id">A decision or question.</param>
/// <param name="Until">The deadline.</param>
/// <param name="From">Who is asked.</param>
public sealed record WaitView(string Id, DateTimeOffset? Until, string From);

/// <summary>A page of runs, newest first.</summary>
/// <param name="Items">May be fewer than asked for, also where more follow.</param>
/// <param name="NextCursor">Give it back for the next page; null on the last.</param>
public sealed record RunPageView(IReadOnlyList<RunView> Items, string? NextCursor);

/// <summary>A run that was asked for.</summary>
/// <param name="Ticket">The ticket's key, like SHOP-101.</param>
/// <param name="Codebase">The name of a configured code base; may be left out where the ticket's project or the configuration leaves no choice.</param>
public sealed record StartRun(string Ticket, string? Codebase = null);

/// <summary>The run that stands for a request, started by it, by an earlier one with the same key, or by another trigger.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="Ticket">The ticket's key.</param>
/// <param name="Codebase">The code base that it plans against.</param>
/// <param name="Attached">True where another trigger started it: a ticket has one run under way.</param>
public sealed record StartedRun(string RunId, string Ticket, string Codebase, bool Attached);
