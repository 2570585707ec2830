using Planner.Core.Decisions;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Planning;

/// <summary>Tells people what a run waits for.</summary>
internal sealed class AnnouncementSteps(PlanningPorts ports, RunFolder folder, RunJournal journal, TeamNews news)
{
    public async Task<bool> Announce(AnnounceRequest request, StepCall call)
    {
        var dossier = await folder.Get<TicketDossier>(call, request.Scope, request.Ticket);
        var agenda = await folder.Get<Agenda>(call, request.Scope, request.Agenda);
        var text = PlanComment.Waiting(dossier.Ticket, call.RunId, agenda, request.Open, request.Deadline, Confidence(request));
        await TicketNews.Tell(ports.Tracker, request.Scope.Ticket, text, call);
        foreach (var decision in agenda.Open.Select(i => i.Decision).Where(d => request.Open.Contains(d.Id)))
        {
            await journal.Decision(
                call with { Key = $"{call.Key}/{decision.Id}" },
                $"{Places.Decision(decision.Id)}.0",
                $"{decision.Id} is asked: {decision.Title} (recommended: {decision.Recommendation})");
        }

        return true;
    }

    public Task<bool> Remind(AnnounceRequest request, StepCall call) =>
        Nudge(request, call, "1", $"{request.Scope.Ticket} still waits for {string.Join(", ", request.Open)}.");

    public Task<bool> Escalate(AnnounceRequest request, StepCall call) =>
        Nudge(request, call, "2", $"{request.Scope.Ticket}: {string.Join(", ", request.Open)} will be taken provisionally soon.");

    // The journal keeps it also where nobody can be told, so that an operator sees that people were reminded.
    private async Task<bool> Nudge(AnnounceRequest request, StepCall call, string order, string text)
    {
        await journal.Decision(call, Places.Nudge(order), text);
        if (await TicketNews.Nudge(ports.Tracker, request, isLast: order == "2", call) is { } why)
        {
            await journal.Done(call, Places.Nudge(order), why);
        }

        return await news.Tell(call, text);
    }

    private static Dictionary<string, int> Confidence(AnnounceRequest request) =>
        request.Opinions.Where(o => o.Applies).ToDictionary(o => o.Specialist, o => o.Confidence, StringComparer.Ordinal);
}
