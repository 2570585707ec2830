using Planner.Core.Artifacts;
using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Planning.Control;
using Planner.Core.Planning.Runs;
using Planner.Core.Text.Secrets;
using Planner.Durability;

namespace Planner.Core.Planning.Replanning;

/// <summary>
/// Takes answers to what a finished run took provisionally or assumed: writes them to that run's inbox, where the first one wins,
/// and starts a run that follows. The same answer again is the same run.
/// </summary>
internal sealed class LateAnswers(IWorkflowClient client, IInbox inbox, IArtifactStore store)
{
    private readonly RunsOfTicket runs = new(client);
    private readonly StoredRuns stored = new(store);

    /// <summary>Takes an answer to a decision or question of a ticket's newest plan.</summary>
    public async Task<AnswerOutcome> Take(RunInfo asked, string id, InboxAnswer answer, CancellationToken cancellation)
    {
        var ticket = RunsOfTicket.RequestOf(asked).Ticket;
        var active = await runs.Active(ticket, cancellation);
        if (await runs.Planned(ticket, cancellation) is not { } planned
            || await stored.OfFinished(ticket, planned.InstanceId, cancellation) is not { Settlement: { } reference })
        {
            return new AnswerOutcome.NotWaitedFor();
        }

        if (Newer(asked, planned, active) is { } newer)
        {
            return new AnswerOutcome.Outdated(newer);
        }

        var settlement = await stored.Get<Settlement>(ticket, planned.InstanceId, reference, cancellation);
        return Refused(settlement, id, answer) ?? await Take(planned, active, id, Keyed(settlement, id, answer), cancellation);
    }

    private static InboxAnswer Keyed(Settlement settlement, string id, InboxAnswer answer) =>
        settlement.Decisions.FirstOrDefault(d => d.Decision.Id == id) is { } settled ? answer.To(settled.Decision)
        : answer.To(settlement.Questions.First(q => q.Id == id));

    /// <summary>The run whose plan counts instead: a newer one that is there, or one that is being made from the beginning.</summary>
    private static string? Newer(RunInfo asked, RunInfo planned, IReadOnlyList<RunInfo> active) =>
        active.FirstOrDefault(r => RunsOfTicket.RequestOf(r).Follows is null)?.InstanceId
        ?? (asked.HasEnded && asked.InstanceId != planned.InstanceId ? planned.InstanceId : null);

    private static AnswerOutcome? Refused(Settlement settlement, string id, InboxAnswer answer)
    {
        if (settlement.Decisions.FirstOrDefault(d => d.Decision.Id == id) is { } settled)
        {
            return settled.Status == DecisionStatus.Decided
                ? new AnswerOutcome.AlreadyAnswered(InboxAnswer.Decided(settled.Option, settled.Rationale, settled.DecidedBy, settled.Timestamp))
                : settled.Decision.Options.Any(o => o.Id == answer.Option) ? null
                : new AnswerOutcome.UnknownOption([.. settled.Decision.Options.Select(o => o.Id)]);
        }

        return settlement.Questions.FirstOrDefault(q => q.Id == id) is not { } question || answer.Text is null ? new AnswerOutcome.NotWaitedFor()
            : settlement.Answers.FirstOrDefault(a => a.Question.Id == id) is { } given
                ? new AnswerOutcome.AlreadyAnswered(InboxAnswer.Answered(given.Answer, given.AnsweredBy, answer.At))
            : question.Answer is null ? null
            : new AnswerOutcome.NotWaitedFor();
    }

    private async Task<AnswerOutcome> Take(RunInfo planned, IReadOnlyList<RunInfo> active, string id, InboxAnswer answer, CancellationToken cancellation)
    {
        var write = await inbox.TryAdd(planned.InstanceId, InboxItems.ItemOf(id), Payload.Write(Redaction.OfValue(answer).Value), cancellation);
        var stands = Payload.Read<InboxAnswer>(write.Stands.Payload);
        if (!write.Added && !stands.IsSame(Redaction.OfValue(answer).Value))
        {
            return new AnswerOutcome.AlreadyAnswered(stands);
        }

        var digest = RunDigest.Of(planned.InstanceId, id, stands.Option ?? "", stands.Text ?? "");
        var runId = new RunId(RunsOfTicket.RequestOf(planned).Ticket, new RunTrigger.Late(id, digest)).ToString();
        var under = active.Count > 0 ? active[^1] : null;
        if (await client.Get(runId, cancellation) is not { } standing)
        {
            await runs.Follow(under ?? planned, runId, new ReplanningCause.LateAnswer(id), cancellation);
            return new AnswerOutcome.PlannedAgain(runId);
        }

        await runs.Supersede(RunsOfTicket.RequestOf(planned).Ticket, runId, cancellation);
        // Where it was superseded itself, then by one that takes up the same inbox.
        return new AnswerOutcome.PlannedAgain(standing.HasEnded && under is not null ? under.InstanceId : runId);
    }
}
