using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Planning;

/// <summary>Reads the ticket and judges whether it can be planned.</summary>
internal sealed class TicketSteps(PlanningPorts ports, RunFolder folder, RunJournal journal)
{
    public async Task<TicketDigest> Read(RunScope scope, StepCall call)
    {
        await journal.Begin(call, Places.Ticket, $"Reading {scope.Ticket}");
        var ticket = await ports.Tracker.Read(scope.Ticket, call.Cancellation);
        var criteria = CriteriaReader.Freeze(ticket);
        var dossier = ReadinessJudge.Judge(ticket, criteria) switch
        {
            Readiness.NotReady no => new TicketDossier(ticket, criteria, no.Reason, no.Questions),
            Readiness.Ready => new TicketDossier(ticket, criteria, "", []),
            _ => throw new InvalidOperationException("Readiness has two cases."),
        };
        var reference = await folder.Put(call, scope, dossier);
        await journal.Done(call, Places.Ticket, Said(dossier));
        return new TicketDigest(reference, dossier.Reason.Length == 0, dossier.Reason, criteria.Items.Count);
    }

    private static string Said(TicketDossier dossier) =>
        dossier.Reason.Length > 0
            ? $"Read {dossier.Ticket.Key}: not ready. {dossier.Reason}"
            : $"Read {dossier.Ticket.Key} \"{dossier.Ticket.Summary}\": {Count.Of(dossier.Criteria.Items.Count, "acceptance criterion", "acceptance criteria")}";
}
