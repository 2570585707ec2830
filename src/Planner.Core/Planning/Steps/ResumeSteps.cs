using Planner.Core.Decisions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Text;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>Takes up what the followed run thought, and finds out whom the difference touches.</summary>
internal sealed class ResumeSteps(PlanningPorts ports, RunFolder folder, RunJournal journal)
{
    /// <summary>So many opinions of each specialist are remembered, so that a long line of runs stays within a payload.</summary>
    private const int MostRounds = 4;

    private readonly StoredRuns stored = new(ports.Store);

    public async Task<ResumedDigest> Resume(ResumeRequest request, StepCall call)
    {
        var scope = request.Scope;
        if (await Earlier(scope, call.Cancellation) is not var (from, thoughts))
        {
            await journal.Done(call, JournalOrder.TakingUp, $"{scope.Follows![0]} kept nothing that can be taken up; the plan is made from the beginning");
            return new ResumedDigest();
        }

        await Copy(thoughts, from, scope.Ticket, call);
        await InboxItems.TakeAnswers(
            ports.Inbox,
            call.RunId,
            [.. scope.Previous is null ? [] : new[] { scope.Previous }, .. scope.Follows!],
            call.Cancellation);
        var before = thoughts.Settlement is { } s ? await folder.Get<Settlement>(call, scope, s) : Settlement.Empty;
        var settlement = Settlement.Continued(await folder.Get<Agenda>(call, scope, thoughts.Agenda), before, await Inbox(call));
        var changed = TicketWords.Of(await folder.Get<TicketDossier>(call, scope, thoughts.Ticket))
            != TicketWords.Of(await folder.Get<TicketDossier>(call, scope, request.Ticket));
        await Tell(from, settlement, before, changed, call);
        var grounding = await folder.Get<TicketGrounding>(call, scope, thoughts.Grounding);
        return new ResumedDigest
        {
            Thoughts = thoughts with { History = Recent(thoughts.History) },
            Grounding = new GroundingDigest(thoughts.Grounding, grounding.Files.Count, grounding.Limitations.Count)
            {
                IsReadClosely = grounding.Reading is not null,
            },
            Settlement = SettlementDigest.Of(await folder.Put(call, scope, settlement), settlement, settlement.TouchedSince(before), ports.Panel),
            WordsChanged = changed,
        };
    }

    public async Task<TouchedDigest> FindTouched(TouchedRequest request, StepCall call)
    {
        var scope = request.Scope;
        var settlement = await folder.Get<Settlement>(call, scope, request.Settlement);
        var before = await RuledOpinions.Of(
            ports.Rules,
            ports.Criteria,
            ports.Panel,
            await folder.Get<TicketDossier>(call, scope, request.TicketBefore),
            await folder.Get<TicketGrounding>(call, scope, request.GroundingBefore),
            settlement,
            call);
        var now = await RuledOpinions.Of(
            ports.Rules,
            ports.Criteria,
            ports.Panel,
            await folder.Get<TicketDossier>(call, scope, request.Ticket),
            await folder.Get<TicketGrounding>(call, scope, request.Grounding),
            settlement,
            call);
        var touched = ports.Panel.Order.Select(d => d.Name).Where(n => PlanJson.Content(before[n]) != PlanJson.Content(now[n])).ToList();
        await journal.Done(call, JournalOrder.Touching, touched.Count == 0
            ? "By rules nobody can tell what the new words of the ticket mean; everybody is asked"
            : $"The new words of the ticket touch {string.Join(", ", touched)}");
        return new TouchedDigest(touched.Count == 0 ? [.. ports.Panel.Order.Select(d => d.Name)] : touched);
    }

    private async Task<(string From, StoredRun Thoughts)?> Earlier(RunScope scope, CancellationToken cancellation)
    {
        foreach (var run in scope.Follows ?? [])
        {
            if (await stored.Last(scope.Ticket, run, cancellation) is { } thoughts)
            {
                return (run, thoughts);
            }
        }

        return null;
    }

    // A run's references lead into its own folder only, so that a line of runs needs none but the last of them.
    private async Task Copy(StoredRun thoughts, string from, string ticket, StepCall call)
    {
        var references = new[] { thoughts.Ticket, thoughts.Grounding, thoughts.Agenda, thoughts.Research, thoughts.Settlement }.OfType<string>();
        foreach (var reference in references.Concat(thoughts.Opinions.Select(o => o.Ref)))
        {
            await ports.Store.PutContent(ticket, call.RunId, await ports.Store.GetContent(ticket, from, reference, call.Cancellation), call.Cancellation);
        }
    }

    private async Task<Dictionary<string, InboxAnswer>> Inbox(StepCall call) =>
        (await ports.Inbox.Read(call.RunId, call.Cancellation)).Where(InboxItems.IsAnswer)
            .ToDictionary(i => i.Item, i => InboxAnswer.Read(i, ports.SourceDate), StringComparer.Ordinal);

    private async Task Tell(string from, Settlement settlement, Settlement before, bool changed, StepCall call)
    {
        await journal.Done(call, JournalOrder.TakingUp, $"Goes on from what {from} thought{(changed ? "; the ticket says something else now" : "")}");
        foreach (var one in settlement.DecidedSince(before))
        {
            var id = one.Decision.Id;
            await journal.Decision(call with { Key = $"{call.Key}/{id}" }, JournalOrder.Decision(id), $"{id}: decided, option {one.Option} by {one.DecidedBy}");
        }
    }

    private static List<OpinionDigest> Recent(IReadOnlyList<OpinionDigest> history) =>
        [.. history.Where((o, at) => history.Skip(at + 1).Count(later => later.Specialist == o.Specialist) < MostRounds)];
}
