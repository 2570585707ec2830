using Planner.Core.Artifacts;
using Planner.Core.Decisions;
using Planner.Core.Planning.Control;
using Planner.Core.Planning.Runs;
using Planner.Core.Text.Secrets;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Planning.Replanning;

/// <summary>
/// Starts runs that follow others because somebody asks for more, or because the ticket says something else. One that is under way is
/// superseded by the run that follows it, which takes up its answers. Every host and command starts them here.
/// </summary>
public sealed class FollowUps(IWorkflowClient client, IInbox inbox, IArtifactStore store)
{
    private readonly RunsOfTicket runs = new(client);
    private readonly StoredRuns stored = new(store);

    /// <summary>The ticket's plan is made again with an instruction.</summary>
    /// <param name="ticket">The ticket's key.</param>
    /// <param name="text">What is to be taken up; at most <see cref="Instruction.MaxLength"/> characters.</param>
    /// <param name="by">Who asks, and when.</param>
    /// <param name="at">When.</param>
    /// <param name="trigger">The same for the same request, like <c>comment 10044</c>.</param>
    /// <param name="cancellation">Stops waiting for the engine; asking again is harmless.</param>
    public async Task<FollowOutcome> Refine(string ticket, string text, string by, DateTimeOffset at, string trigger, CancellationToken cancellation)
    {
        var instruction = Redaction.OfValue(new Instruction(RunDigest.Of(ticket, trigger), TicketText.Line(text), by)).Value;
        if (instruction.Text.Length == 0 || text.Length > Instruction.MaxLength)
        {
            return new FollowOutcome.Refused($"Write what is to be planned besides, in at most {Instruction.MaxLength} characters.");
        }

        var runId = new RunId(ticket, new RunTrigger.Refined(instruction.Id)).ToString();
        if (await client.Get(runId, cancellation) is { } standing)
        {
            await runs.Supersede(ticket, runId, cancellation);
            return await Said(RunsOfTicket.RequestOf(standing).Follows![0], instruction, cancellation) == instruction.Text
                ? new FollowOutcome.Started(runId)
                : new FollowOutcome.Reused();
        }

        if (await runs.Current(ticket, cancellation) is not { } followed)
        {
            return new FollowOutcome.NoPlan();
        }

        var answer = InboxAnswer.Answered(instruction.Text, instruction.By, at);
        await inbox.TryAdd(followed.InstanceId, InboxItems.ItemOf(instruction), Payload.Write(answer), cancellation);
        if (await Said(followed.InstanceId, instruction, cancellation) != instruction.Text)
        {
            return new FollowOutcome.Reused();
        }

        await runs.Follow(followed, runId, new ReplanningCause.Refinement(instruction.By), cancellation);
        return new FollowOutcome.Started(runId);
    }

    /// <summary>The ticket was edited: its plan is made again where it rests on other words.</summary>
    /// <param name="ticket">As it reads now.</param>
    /// <param name="cancellation">Stops waiting for the engine; asking again is harmless.</param>
    public async Task<FollowOutcome> Change(Ticket ticket, CancellationToken cancellation)
    {
        if (await runs.Current(ticket.Key, cancellation) is not { } followed)
        {
            return new FollowOutcome.NoPlan();
        }

        var words = TicketWords.Of(Redaction.OfValue(ticket).Value);
        if (RunsOfTicket.RequestOf(followed).Follows is [var before, ..] && followed.InstanceId == IdOfChange(ticket.Key, before, words))
        {
            await runs.Supersede(ticket.Key, followed.InstanceId, cancellation);
            return new FollowOutcome.Started(followed.InstanceId);
        }

        if (await PlannedWords(ticket.Key, followed, cancellation) == words)
        {
            return new FollowOutcome.Refused("the plan rests on these words already");
        }

        var runId = IdOfChange(ticket.Key, followed.InstanceId, words);
        await runs.Follow(followed, runId, new ReplanningCause.ChangedTicket(), cancellation);
        return new FollowOutcome.Started(runId);
    }

    private static string IdOfChange(string ticket, string followed, string words) =>
        new RunId(ticket, new RunTrigger.Changed(RunDigest.Of(followed, words))).ToString();

    private async Task<string?> Said(string runId, Instruction instruction, CancellationToken cancellation) =>
        (await inbox.Read(runId, cancellation)).FirstOrDefault(i => i.Item == InboxItems.ItemOf(instruction)) is { } item
            ? Payload.Read<InboxAnswer>(item.Payload).Text
            : null;

    private async Task<string?> PlannedWords(string ticket, RunInfo run, CancellationToken cancellation) =>
        await stored.Last(ticket, run.InstanceId, cancellation) is { } thoughts
            ? (await stored.Get<TicketDossier>(ticket, run.InstanceId, thoughts.Ticket, cancellation)).Words
            : null;
}

/// <summary>What became of a wish to plan again.</summary>
public abstract record FollowOutcome
{
    private FollowOutcome()
    {
    }

    /// <summary>A run makes the plan again, or made it for the same request before.</summary>
    public sealed record Started(string RunId) : FollowOutcome;

    /// <summary>There is no plan, and none is being made.</summary>
    public sealed record NoPlan : FollowOutcome;

    /// <summary>The request was used with other words before.</summary>
    public sealed record Reused : FollowOutcome;

    /// <summary>There is nothing to do, or it cannot be done as asked.</summary>
    public sealed record Refused(string Reason) : FollowOutcome;
}
