using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>Asks people, takes what the deadline takes, and collects what was decided.</summary>
internal sealed class DecisionSteps(PlanningPorts ports, RunFolder folder, RunJournal journal)
{
    public async Task<AgendaDigest> SetAgenda(AgendaRequest request, StepCall call)
    {
        var opinions = await folder.GetAll<Opinion>(call, request.Scope, request.Opinions.Select(o => o.Ref));
        var dossier = await folder.Get<TicketDossier>(call, request.Scope, request.Ticket);
        var settled = request.Settlement is { } s ? await folder.Get<Settlement>(call, request.Scope, s) : Settlement.Empty;
        var before = request.Before is { } b ? (await folder.Get<Agenda>(call, request.Scope, b)).Ids : await TakenOver(request.Scope, call);
        var agenda = Agenda.From(opinions, settled.Decisions, StoryQuestions.With(settled.Questions, dossier.Map, dossier.Ticket), before);
        var reference = await folder.Put(call, request.Scope, agenda);
        await Keep(request, reference, call);
        return new AgendaDigest(reference, WaitFor(agenda, dossier.Ticket));
    }

    public async Task<InboxDigest> ReadInbox(RunScope scope, StepCall call)
    {
        var items = await Items(scope, call);
        return new InboxDigest([.. items.Where(InboxItems.IsAnswer).Select(i => i.Item).Order(StringComparer.Ordinal)])
        {
            Timeout = InboxItems.LastTimeout(items),
        };
    }

    public async Task<bool> DecideAtDeadline(DeadlineRequest request, StepCall call)
    {
        var agenda = await folder.Get<Agenda>(call, request.Scope, request.Agenda);
        var answer = agenda.Items.FirstOrDefault(i => i.Decision.Id == request.Id) is { } item
            ? InboxAnswer.Provisional(ProvisionalChoice.For(item.Decision), Stamp(call.Now)).To(item.Decision)
            : Assumed(agenda.Questions.First(q => q.Id == request.Id), call);
        var write = await ports.Inbox.TryAdd(call.RunId, request.Id, Payload.Write(answer), call.Cancellation);
        var stands = Payload.Read<InboxAnswer>(write.Stands.Payload);
        await journal.Decision(call, JournalOrder.Decision(request.Id), $"{request.Id}: {stands.InWords}");
        return stands.IsProvisional;
    }

    private InboxAnswer Assumed(Question question, StepCall call) => InboxAnswer.Assumed(question, Stamp(call.Now)).To(question);

    public async Task<SettlementDigest> Settle(SettleRequest request, StepCall call)
    {
        var agenda = await folder.Get<Agenda>(call, request.Scope, request.Agenda);
        var before = request.Before is { } b ? await folder.Get<Settlement>(call, request.Scope, b) : Settlement.Empty;
        var answers = await Answers(request.Scope, call);
        var settlement = Settlement.Of(agenda, answers, Stamp(request.Deadline));
        var reference = await folder.Put(call, request.Scope, settlement);
        await TellDecided(settlement.DecidedSince(before), call);
        return SettlementDigest.Of(reference, settlement, settlement.TouchedSince(before), ports.Panel);
    }

    // Answers to the run that this one took over from were given to ids and letters; they stay what they were.
    private async Task<LocalIds?> TakenOver(RunScope scope, StepCall call)
    {
        var runs = new StoredRuns(ports.Store);
        return scope.Previous is { } previous && await runs.Last(scope.Ticket, previous, call.Cancellation) is { } thoughts
            ? (await runs.Get<Agenda>(scope.Ticket, previous, thoughts.Agenda, call.Cancellation)).Ids
            : null;
    }

    // A run that still waits may be followed by one for a changed ticket.
    private async Task Keep(AgendaRequest request, string agenda, StepCall call)
    {
        var thoughts = new StoredRun
        {
            Ticket = request.Ticket,
            Grounding = request.Grounding,
            Opinions = request.Opinions,
            History = request.History,
            Research = request.Research,
            Agenda = agenda,
            Settlement = request.Settlement,
        };
        await new StoredRuns(ports.Store).Keep(
            request.Scope.Ticket, call.RunId, request.Number, await folder.Put(call, request.Scope, thoughts), call.Cancellation);
    }

    private async Task TellDecided(IEnumerable<SettledDecision> decided, StepCall call)
    {
        foreach (var one in decided)
        {
            var id = one.Decision.Id;
            await journal.Decision(call with { Key = $"{call.Key}/{id}" }, JournalOrder.Decision(id), $"{id}: decided, option {one.Option} by {one.DecidedBy}");
        }
    }

    private static List<AgendaEntry> WaitFor(Agenda agenda, Ticket ticket)
    {
        var people = string.Join(" or ", new[] { ticket.Assignee, ticket.Reporter }.OfType<string>().Distinct(StringComparer.Ordinal));
        var decisions = agenda.Open.Select(i => new AgendaEntry(i.Decision.Id, people.Length > 0 ? people : "the team"));
        var questions = agenda.Questions.Where(q => q.Blocking && q.Answer is null).Select(q => new AgendaEntry(q.Id, q.Owner));
        return [.. decisions, .. questions];
    }

    private async Task<IReadOnlyDictionary<string, InboxAnswer>> Answers(RunScope scope, StepCall call)
    {
        var answers = new SortedDictionary<string, InboxAnswer>(StringComparer.Ordinal);
        foreach (var item in (await Items(scope, call)).Where(InboxItems.IsAnswer))
        {
            answers[item.Item] = InboxAnswer.Read(item, ports.SourceDate);
        }

        return answers;
    }

    private async Task<IReadOnlyList<InboxItem>> Items(RunScope scope, StepCall call)
    {
        await TakeOver(scope, call);
        return await ports.Inbox.Read(call.RunId, call.Cancellation);
    }

    // Answers to the runs that this one took over from or follows become its own, so that a later one finds them all here.
    private async Task TakeOver(RunScope scope, StepCall call)
    {
        if (scope.Previous is not null)
        {
            foreach (var item in await ports.Inbox.Read(scope.Previous, call.Cancellation))
            {
                await ports.Inbox.TryAdd(call.RunId, item.Item, item.Payload, call.Cancellation);
            }
        }

        await InboxItems.TakeAnswers(ports.Inbox, call.RunId, scope.Follows ?? [], call.Cancellation);
    }

    private DateTimeOffset Stamp(DateTimeOffset time) => ports.SourceDate ?? time;
}
