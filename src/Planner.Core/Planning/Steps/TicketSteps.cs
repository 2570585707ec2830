using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Tickets;
using Planner.Core.Tickets.Epics;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>Reads the ticket and judges whether it can be planned.</summary>
internal sealed class TicketSteps(PlanningPorts ports, RunFolder folder, RunJournal journal)
{
    public async Task<TicketDigest> Read(RunScope scope, StepCall call)
    {
        await journal.Begin(call, JournalOrder.Ticket, $"Reading {scope.Ticket}");
        var ticket = await ports.Tracker.Read(scope.Ticket, call.Cancellation);
        var found = await new ChildReading(ports.Tracker).Of(ticket, call.Cancellation);
        var dossier = Judged(Epic.Of(ticket, found with { Limitations = [.. ticket.Unread ?? [], .. found.Limitations] }), ticket);
        dossier = await new Additions(ports).To(dossier with { Words = TicketWords.Of(ticket) }, ticket, scope, call.Cancellation);
        if (ports.Analyst is not null && dossier.Reason.Length == 0)
        {
            dossier = dossier with { Discussion = await new DiscussionReading(ports.Tracker).Of(ticket, call.Cancellation) };
        }

        var reference = await folder.Put(call, scope, dossier);
        await journal.Done(call, JournalOrder.Ticket, Said(dossier));
        return new TicketDigest(reference, dossier.Reason.Length == 0, dossier.Reason, dossier.Criteria.Items.Count);
    }

    private static TicketDossier Judged(Epic epic, Ticket ticket) => ReadinessJudge.Judge(ticket, CriteriaReader.Freeze(ticket), epic.Map) switch
    {
        Readiness.NotReady no => new TicketDossier(epic.Whole, epic.Criteria, no.Reason, no.Questions) { Map = epic.Map },
        Readiness.Ready => new TicketDossier(epic.Whole, epic.Criteria, "", []) { Map = epic.Map, Parts = epic.Parts is { Count: > 0 } parts ? parts : null },
        _ => throw new InvalidOperationException("Readiness has two cases."),
    };

    private static string Said(TicketDossier dossier) =>
        dossier.Reason.Length > 0
            ? $"Read {dossier.Ticket.Key}: not ready. {dossier.Reason}"
            : $"Read {dossier.Ticket.Key} \"{dossier.Ticket.Summary}\": "
                + $"{Count.Of(dossier.Criteria.Items.Count, "acceptance criterion", "acceptance criteria")}{Stories(dossier)}{Added(dossier)}";

    private static string Added(TicketDossier dossier) => dossier.Instructions is { Count: > 0 } added
        ? $"; {Count.Of(added.Count, "of them is a refinement", "of them are refinements")}"
        : "";

    private static string Stories(TicketDossier dossier) => dossier.Map is { Stories.Count: > 0 } map
        ? $" of {Count.Of(map.Planned.Count(), "story", "stories")}; {Count.Of(map.Stories.Count, "story is", "stories are")} on its map"
        : "";
}
