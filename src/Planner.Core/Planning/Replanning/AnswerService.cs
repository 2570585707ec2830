using Planner.Core.Artifacts;
using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Planning.Control;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Text;
using Planner.Core.Text.Secrets;
using Planner.Durability;

namespace Planner.Core.Planning.Replanning;

/// <summary>
/// Takes answers of people to a run that waits: checks them, writes them to the inbox, where the first one wins, and
/// rings the doorbell. An answer to what was taken provisionally makes the plan again. Every host and command answers through it.
/// </summary>
public sealed class AnswerService(IWorkflowClient client, IInbox inbox, IArtifactStore store)
{
    /// <summary>What the run waits for now, or null where it does not wait.</summary>
    public async Task<OpenAgenda?> Open(string runId, CancellationToken cancellation)
    {
        if (await Asked(runId, cancellation) is not { } asked)
        {
            return null;
        }

        var (progress, agenda) = (asked.Progress, asked.Agenda);
        var answered = (await inbox.Read(runId, cancellation)).Select(i => i.Item).ToHashSet(StringComparer.Ordinal);
        return new OpenAgenda(
            progress.Round,
            progress.Until!.Value,
            [.. agenda.Open.Select(i => i.Decision).Where(d => !answered.Contains(d.Id))],
            [.. agenda.Questions.Where(q => q.Answer is null && !answered.Contains(q.Id))]);
    }

    /// <summary>All that the run asks and asked, settled or not, with the moment that it stands for; null where it does not wait.</summary>
    public async Task<AskedAgenda?> Asked(string runId, CancellationToken cancellation)
    {
        var run = await client.Get(runId, cancellation);
        if (run is null || run.HasEnded || RunProgress.Of(run) is not { Agenda: { } reference } progress)
        {
            return null;
        }

        var request = Payload.Read<PlanRequest>(run.Input!);
        return new AskedAgenda(progress, PlanJson.Read<Agenda>(await store.GetContent(request.Ticket, runId, reference, cancellation)));
    }

    /// <summary>Takes a person's choice.</summary>
    public async Task<AnswerOutcome> Decide(string runId, string decisionId, InboxAnswer answer, CancellationToken cancellation)
    {
        var agenda = await Open(runId, cancellation);
        if (agenda?.Decisions.FirstOrDefault(d => d.Id == decisionId) is not { } decision)
        {
            return await NotOpen(runId, decisionId, agenda, answer, cancellation);
        }

        var options = decision.Options.Select(o => o.Id).ToList();
        return options.Contains(answer.Option!)
            ? await Write(runId, decisionId, agenda.Round, answer.To(decision), cancellation)
            : new AnswerOutcome.UnknownOption(options);
    }

    /// <summary>Takes a person's answer to a question.</summary>
    public async Task<AnswerOutcome> Answer(string runId, string questionId, InboxAnswer answer, CancellationToken cancellation)
    {
        var agenda = await Open(runId, cancellation);
        return agenda?.Questions.FirstOrDefault(q => q.Id == questionId) is { } question
            ? await Write(runId, questionId, agenda.Round, answer.To(question), cancellation)
            : await NotOpen(runId, questionId, agenda, answer, cancellation);
    }

    /// <summary>
    /// Says how long people are waited for from now on: for what is open, once <see cref="Ring"/> was called, and for what the run asks
    /// later. What was said before counts no more.
    /// </summary>
    /// <param name="runId">A run that has not ended.</param>
    /// <param name="timeout">0 to 365 days.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Fires when the caller gives up.</param>
    public async Task<GivenTimeout> GiveTime(string runId, TimeSpan timeout, DateTimeOffset at, CancellationToken cancellation)
    {
        var number = InboxItems.LastTimeout(await inbox.Read(runId, cancellation))?.Number ?? 0;
        while (true)
        {
            var given = new GivenTimeout(++number, timeout, at);
            if ((await inbox.TryAdd(runId, new InboxKey.Deadline(number).ToString(), Payload.Write(given), cancellation)).Added)
            {
                return given;
            }
        }
    }

    /// <summary>Makes a run that waits look into its inbox; rung again, it looks again.</summary>
    public async Task Ring(string runId, CancellationToken cancellation)
    {
        if (await client.Get(runId, cancellation) is not { HasEnded: false } run || RunProgress.Of(run) is not { Agenda: not null } progress)
        {
            return;
        }

        foreach (var entry in progress.WaitingFor)
        {
            await client.Raise(runId, PlanningSteps.Answered(AskedId.Parse(entry.Id), progress.Round), entry.Id, cancellation);
        }
    }

    private async Task<AnswerOutcome> Write(string runId, string id, int round, InboxAnswer answer, CancellationToken cancellation)
    {
        var write = await inbox.TryAdd(runId, id, Payload.Write(Redaction.OfValue(answer).Value), cancellation);
        await Ring(runId, id, round);
        return write.Added ? new AnswerOutcome.Accepted() : Taken(write.Stands);
    }

    // What is written must ring, also where the caller has gone meanwhile.
    private Task Ring(string runId, string id, int round) => client.Raise(runId, PlanningSteps.Answered(AskedId.Parse(id), round), id, CancellationToken.None);

    private async Task<AnswerOutcome> NotOpen(string runId, string id, OpenAgenda? agenda, InboxAnswer answer, CancellationToken cancellation)
    {
        var standing = (await inbox.Read(runId, cancellation)).FirstOrDefault(i => i.Item == id) is { } item ? Taken(item) : null;
        if (standing is not null && agenda is not null)
        {
            // A host that was killed after it wrote the answer has not rung: then the run would wait until the deadline. Rung twice does no harm.
            await Ring(runId, id, agenda.Round);
        }

        var late = standing is not { Stands.IsProvisional: false }
            && await client.Get(runId, cancellation) is { } run
            && (run.Status == RunStatus.Completed || IsFollowing(run))
            ? await new LateAnswers(client, inbox, store).Take(run, id, answer, cancellation)
            : new AnswerOutcome.NotWaitedFor();
        return late is AnswerOutcome.NotWaitedFor && standing is not null ? standing : late;
    }

    // What stands provisionally in a run under way that follows another stood so in that one.
    private static bool IsFollowing(RunInfo run) => !run.HasEnded && RunsOfTicket.RequestOf(run).Follows is not null;

    private static AnswerOutcome.AlreadyAnswered Taken(InboxItem item) => new(Payload.Read<InboxAnswer>(item.Payload));
}

/// <summary>What a run waits for.</summary>
public sealed record OpenAgenda(int Round, DateTimeOffset Until, IReadOnlyList<Decision> Decisions, IReadOnlyList<Question> Questions);

/// <summary>What a run asks, whole.</summary>
public sealed record AskedAgenda(RunProgress Progress, Agenda Agenda);

/// <summary>What became of an answer.</summary>
public abstract record AnswerOutcome
{
    private AnswerOutcome()
    {
    }

    /// <summary>It is written and counts.</summary>
    public sealed record Accepted : AnswerOutcome;

    /// <summary>Somebody, or the deadline, was first.</summary>
    public sealed record AlreadyAnswered(InboxAnswer Stands) : AnswerOutcome;

    /// <summary>The decision has no such option; these it has.</summary>
    public sealed record UnknownOption(IReadOnlyList<string> Options) : AnswerOutcome;

    /// <summary>It came after the deadline and counts: this run makes the plan again.</summary>
    public sealed record PlannedAgain(string RunId) : AnswerOutcome;

    /// <summary>Another run's plan counts by now.</summary>
    public sealed record Outdated(string RunId) : AnswerOutcome;

    /// <summary>The run does not wait for that, or there is no such run.</summary>
    public sealed record NotWaitedFor : AnswerOutcome;
}
