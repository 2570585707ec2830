using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Core.Planning.Story;

/// <summary>
/// Waits until everything on an agenda is answered or its deadline has come. Each item has exactly one wait, from
/// publication to the deadline; reminder and escalation run beside it.
/// </summary>
internal sealed class AnswerWait(WorkflowContext context, PlanRequest request, RunScope scope, int agenda)
{
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    public async Task<DateTimeOffset> Run(AgendaDigest items, Func<DateTimeOffset, IReadOnlyList<string>, AnnounceRequest> words)
    {
        var published = context.UtcNow;
        var deadline = request.Policy.Decisions.Deadline(published);
        var waited = await Unanswered(items);
        if (waited.Count == 0)
        {
            return deadline;
        }

        open.UnionWith(waited.Select(i => i.Id));
        await context.Call(PlanningSteps.Announce, words(deadline, Open));
        context.SetStatus(Payload.Write(Waiting(waited, items.Ref, published, deadline)));

        using var done = new CancellationTokenSource();
        var nudges = Nudge(published, deadline, words, done.Token);
        await Task.WhenAll(waited.Select(i => Await(i, items.Ref, deadline)));
        // Cancelling must happen on the story's own thread; CancelAsync would leave it.
        done.Cancel();
        await nudges;
        context.SetStatus(Payload.Write(new RunProgress("planning")));
        return deadline;
    }

    private IReadOnlyList<string> Open => [.. open.Order(StringComparer.Ordinal)];

    private RunProgress Waiting(IReadOnlyList<AgendaEntry> waited, string agendaRef, DateTimeOffset published, DateTimeOffset deadline) =>
        new("waiting") { WaitingFor = waited, Since = published, Until = deadline, Agenda = agendaRef, Round = agenda };

    // An answer may have come before its question was published: to the run that this one took over from.
    private async Task<IReadOnlyList<AgendaEntry>> Unanswered(AgendaDigest items)
    {
        var inbox = await context.Call(PlanningSteps.ReadInbox, scope);
        return [.. items.WaitFor.Where(i => !inbox.Answered.Contains(i.Id))];
    }

    private async Task Await(AgendaEntry item, string agendaRef, DateTimeOffset deadline)
    {
        var doorbell = PlanningSteps.Answered(item.Id, agenda);
        while (await context.WaitFor(doorbell, deadline) is SignalResult<string>.Received)
        {
            var inbox = await context.Call(PlanningSteps.ReadInbox, scope);
            if (inbox.Answered.Contains(item.Id))
            {
                open.Remove(item.Id);
                return;
            }
        }

        await context.Call(PlanningSteps.DecideAtDeadline, new DeadlineRequest(scope, agendaRef, item.Id, deadline));
        open.Remove(item.Id);
    }

    private async Task Nudge(
        DateTimeOffset published,
        DateTimeOffset deadline,
        Func<DateTimeOffset, IReadOnlyList<string>, AnnounceRequest> words,
        CancellationToken done)
    {
        if (deadline <= published || !await context.SleepUntil(request.Policy.Decisions.Reminder(published), done))
        {
            return;
        }

        await context.Call(PlanningSteps.Remind, words(deadline, Open));
        if (await context.SleepUntil(request.Policy.Decisions.Escalation(published), done))
        {
            await context.Call(PlanningSteps.Escalate, words(deadline, Open));
        }
    }
}
