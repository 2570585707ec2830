using Planner.Core.Conversation;
using Planner.Core.Conversation.Comments;
using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>Tells people what a run waits for.</summary>
internal sealed class AnnouncementSteps(PlanningPorts ports, RunFolder folder, RunJournal journal, TeamNotifications news)
{
    public async Task<bool> Announce(AnnounceRequest request, StepCall call)
    {
        var dossier = await folder.Get<TicketDossier>(call, request.Scope, request.Ticket);
        var agenda = await folder.Get<Agenda>(call, request.Scope, request.Agenda);
        var text = PlanComment.Waiting(dossier.Ticket, call.RunId, agenda, request.Open, request.Deadline, Confidence(request));
        await TicketComments.Tell(ports.Tracker, request.Scope.Ticket, text, call);
        foreach (var decision in agenda.Open.Select(i => i.Decision).Where(d => request.Open.Contains(d.Id)))
        {
            await journal.Decision(
                call with { Key = $"{call.Key}/{decision.Id}" },
                $"{JournalOrder.Decision(decision.Id)}.0",
                $"{decision.Id} is asked: {decision.Title} (recommended: {decision.Recommendation})");
        }

        // Not where a host that was down comes back to this step after the deadline. Decisions without any time are told all the same.
        if (!IsPast(request, call) || call.Now >= request.Deadline)
        {
            await news.Tell(call, TeamMessages.Needed(dossier.Ticket, call.RunId, agenda, Open(request), request.Deadline));
        }

        return true;
    }

    public Task<bool> Remind(AnnounceRequest request, StepCall call) =>
        Remind(request, call, isLast: false, $"{request.Scope.Ticket} still waits for {string.Join(", ", request.Open)}.");

    public Task<bool> Escalate(AnnounceRequest request, StepCall call) =>
        Remind(request, call, isLast: true, $"{request.Scope.Ticket}: {string.Join(", ", request.Open)} will be taken provisionally soon.");

    // The journal keeps it also where nobody can be told, so that an operator sees that people were reminded.
    private async Task<bool> Remind(AnnounceRequest request, StepCall call, bool isLast, string text)
    {
        var place = JournalOrder.Reminder(isLast ? "2" : "1");
        if (IsPast(request, call))
        {
            // The host was down when it was due. Nothing is open any more, whichever of the two timers fires first.
            await journal.Decision(call, place, $"{request.Scope.Ticket}: nobody was reminded, because the deadline had passed when the host came back.");
            return false;
        }

        await journal.Decision(call, place, text);
        if (await TicketComments.Remind(ports.Tracker, request, isLast, call) is { } why)
        {
            await journal.Done(call, place, why);
        }

        if (request.Open.Count == 0)
        {
            return false;
        }

        var dossier = await folder.Get<TicketDossier>(call, request.Scope, request.Ticket);
        return await news.Tell(call, TeamMessages.Expiring(dossier.Ticket, call.RunId, Open(request), request.Deadline, isLast));
    }

    private static IReadOnlyList<AskedId> Open(AnnounceRequest request) => [.. request.Open.Select(AskedId.Parse)];

    private static bool IsPast(AnnounceRequest request, StepCall call) => call.AttemptedAt >= request.Deadline;

    private static Dictionary<string, int> Confidence(AnnounceRequest request) =>
        request.Opinions.Where(o => o.Applies).ToDictionary(o => o.Specialist, o => o.Confidence, StringComparer.Ordinal);
}
