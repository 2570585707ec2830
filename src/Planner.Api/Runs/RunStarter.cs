using System.Text.RegularExpressions;
using Planner.Core.Planning;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Api.Runs;

/// <summary>Starts plannings that clients ask for.</summary>
internal sealed partial class RunStarter(IWorkflowClient client, RunLookup lookup, RunDefaults defaults)
{
    /// <summary>Starts a run, or finds the one that the same key started before.</summary>
    public async Task<StartOutcome> Start(StartRun asked, string? idempotencyKey, CancellationToken cancellation)
    {
        if (!TicketKey.IsValid(asked.Ticket))
            return new StartOutcome.Refused("`ticket` must be a ticket's key, like SHOP-101.");
        if (idempotencyKey is not null && !Key().IsMatch(idempotencyKey))
            return new StartOutcome.Refused("Idempotency-Key must be 1 to 64 letters, digits, hyphens and underscores.");
        if (defaults.Codebases.For(asked.Ticket, asked.Codebase) is not { } codebase)
            return new StartOutcome.Refused($"`codebase` must be the name of a configured code base: {string.Join(", ", defaults.Codebases.Names)}.");
        var started = new StartedRun($"{asked.Ticket}-api-{idempotencyKey ?? Guid.NewGuid().ToString("n")}", asked.Ticket, codebase);
        var input = new PlanRequest { Ticket = asked.Ticket, Codebase = codebase, Policy = defaults.Policy };
        return await client.Start(new PlanTicket(), started.RunId, input, cancellation)
            ? new StartOutcome.Started(started)
            : await Known(started, cancellation);
    }

    // The key stands for one request: with another code base it is a mistake of the client, not a repetition.
    private async Task<StartOutcome> Known(StartedRun started, CancellationToken cancellation) =>
        await lookup.Find(started.RunId, cancellation) is { } run && Payload.Read<PlanRequest>(run.Input!).Codebase != started.Codebase
            ? new StartOutcome.KeyReused()
            : new StartOutcome.Started(started);

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
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
