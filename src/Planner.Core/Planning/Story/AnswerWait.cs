using Planner.Core.Decisions;
using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Core.Planning.Story;

/// <summary>
/// Waits until everything on an agenda is answered or its deadline has come. Each item has exactly one wait at a time, from
/// publication to the deadline; reminder and escalation run beside it. The deadline follows from the policy of the run, or from what
/// somebody said since: that lies in the inbox, and the doorbell of each item makes its wait look there and begin anew.
/// </summary>
internal sealed class AnswerWait(WorkflowContext context, PlanRequest request, RunScope scope, int agenda)
{
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private IReadOnlyList<AgendaEntry> waited = [];
    private string agendaRef = "";
    private DateTimeOffset published;
    private DateTimeOffset deadline;
    private int given;

    public async Task<DateTimeOffset> Run(AgendaDigest items, Func<DateTimeOffset, IReadOnlyList<string>, AnnounceRequest> words)
    {
        published = context.UtcNow;
        deadline = request.Policy.Decisions.Deadline(published);
        agendaRef = items.Ref;
        waited = await Unanswered(items);
        if (waited.Count == 0)
        {
            return deadline;
        }

        open.UnionWith(waited.Select(i => i.Id));
        // Who answers as soon as the comment is there is waited for already; the doorbell keeps until its wait begins.
        ShowWaiting();
        await context.Call(PlanningSteps.Announce, words(deadline, Open));

        using var done = new CancellationTokenSource();
        var reminders = Remind(words, done.Token);
        await Task.WhenAll(waited.Select(Await));
        // Cancelling must happen on the story's own thread; CancelAsync would leave it.
        done.Cancel();
        await reminders;
        context.SetStatus(Payload.Write(new RunProgress("planning")));
        return deadline;
    }

    private IReadOnlyList<string> Open => [.. open.Order(StringComparer.Ordinal)];

    private void ShowWaiting() => context.SetStatus(Payload.Write(
        new RunProgress("waiting") { WaitingFor = waited, Since = published, Until = deadline, Agenda = agendaRef, Round = agenda }));

    // An answer may have come before its question was published: to the run that this one took over from.
    private async Task<IReadOnlyList<AgendaEntry>> Unanswered(AgendaDigest items)
    {
        var inbox = await context.Call(PlanningSteps.ReadInbox, scope);
        TakeTimeout(inbox);
        return [.. items.WaitFor.Where(i => !inbox.Answered.Contains(i.Id))];
    }

    private async Task Await(AgendaEntry item)
    {
        var doorbell = PlanningSteps.Answered(AskedId.Parse(item.Id), agenda);
        while (await context.WaitFor(doorbell, deadline) is SignalResult<string>.Received)
        {
            var inbox = await context.Call(PlanningSteps.ReadInbox, scope);
            if (inbox.Answered.Contains(item.Id))
            {
                open.Remove(item.Id);
                return;
            }

            if (TakeTimeout(inbox))
            {
                ShowWaiting();
            }
        }

        await context.Call(PlanningSteps.DecideAtDeadline, new DeadlineRequest(scope, agendaRef, item.Id, deadline));
        open.Remove(item.Id);
    }

    /// <summary>True where the deadline is another one now. Of two readings that come in another order than they were made the later counts.</summary>
    private bool TakeTimeout(InboxDigest inbox)
    {
        if (inbox.Timeout is not { } timeout || timeout.Number <= given)
        {
            return false;
        }

        (given, deadline) = (timeout.Number, timeout.Deadline(published));
        return true;
    }

    // Both keep to the wait as it was when it began; what they say of the deadline is as it stands.
    private async Task Remind(Func<DateTimeOffset, IReadOnlyList<string>, AnnounceRequest> words, CancellationToken done)
    {
        var policy = request.Policy.Decisions with { Timeout = deadline - published };
        if (deadline <= published || !await context.SleepUntil(policy.Reminder(published), done))
        {
            return;
        }

        await context.Call(PlanningSteps.Remind, words(deadline, Open));
        if (await context.SleepUntil(policy.Escalation(published), done))
        {
            await context.Call(PlanningSteps.Escalate, words(deadline, Open));
        }
    }
}
