using System.Text.RegularExpressions;
using Planner.Core.Events;
using Planner.Core.Planning.Runs;
using Planner.Core.Settings;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Api.Runs;

/// <summary>Starts plannings that clients ask for. A request, too, is a trigger: it may attach to the run under way or supersede it.</summary>
internal sealed partial class RunStarter(TicketRuns runs, RunLookup lookup, IInbox inbox, RunDefaults defaults)
{
    /// <summary>What is said of a key that cannot be one.</summary>
    public const string KeyShape = "Idempotency-Key must be 1 to 64 letters, digits, hyphens and underscores.";

    private const string Item = "run";

    /// <summary>True for a text that can be an Idempotency-Key.</summary>
    public static bool IsKey(string text) => Key().IsMatch(text);

    /// <summary>Starts a run, or finds the one that stands for the request; the same key has the same answer for ever.</summary>
    public async Task<StartOutcome> Start(StartRun asked, string? idempotencyKey, CancellationToken cancellation)
    {
        if (!TicketKey.IsValid(asked.Ticket))
        {
            return new StartOutcome.Refused("`ticket` must be a ticket's key, like SHOP-101.");
        }

        if (idempotencyKey is not null && !IsKey(idempotencyKey))
        {
            return new StartOutcome.Refused(KeyShape);
        }

        if (defaults.Codebases.For(asked.Ticket, asked.Codebase) is not { } codebase)
        {
            return new StartOutcome.Refused($"`codebase` must be the name of a configured code base: {string.Join(", ", defaults.Codebases.Names)}.");
        }

        var runId = new RunId(asked.Ticket, new RunTrigger.Asked(idempotencyKey ?? Guid.NewGuid().ToString("n"))).ToString();
        var given = await Given(runId, cancellation) ?? await Answer(runId, asked.Ticket, codebase, cancellation);
        // The key stands for one request: with another code base it is a mistake of the client, not a repetition.
        return given.Asked == codebase
            ? new StartOutcome.Started(new StartedRun(given.RunId, asked.Ticket, given.Codebase, given.RunId != runId))
            : new StartOutcome.KeyReused();
    }

    private async Task<GivenAnswer?> Given(string runId, CancellationToken cancellation) =>
        await inbox.Read(Place(runId), cancellation) is [var answer] ? Payload.Read<GivenAnswer>(answer.Payload) : null;

    // What a request attached to may have ended when it is repeated, so the answer is kept; of two at once the first one's.
    private async Task<GivenAnswer> Answer(string runId, string ticket, string codebase, CancellationToken cancellation)
    {
        var stands = await runs.Start(runId, defaults.Triggers.Request(ticket, codebase), cancellation);
        var run = await lookup.Find(stands.RunId, cancellation);
        var answer = new GivenAnswer(stands.RunId, codebase, run is null ? codebase : Payload.Read<PlanRequest>(run.Input!).Codebase);
        return Payload.Read<GivenAnswer>((await inbox.TryAdd(Place(runId), Item, Payload.Write(answer), cancellation)).Stands.Payload);
    }

    // No run has this name, so none reads it among its answers.
    private static string Place(string runId) => $"asked~{runId}";

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Key();

    /// <summary>What a request was answered: the run, the code base that was asked for and the one that the run plans against.</summary>
    private sealed record GivenAnswer(string RunId, string Asked, string Codebase);
}

/// <summary>What became of a request for a run.</summary>
internal abstract record StartOutcome
{
    private StartOutcome()
    {
    }

    /// <summary>It runs, or ran.</summary>
    public sealed record Started(StartedRun Run) : StartOutcome;

    /// <summary>It cannot be started as asked.</summary>
    public sealed record Refused(string Reason) : StartOutcome;

    /// <summary>The key was used for another request.</summary>
    public sealed record KeyReused : StartOutcome;
}
