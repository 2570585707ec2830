using Planner.Core.Planning.Runs;
using Planner.Core.Text;
using Planner.Core.Text.Secrets;
using Planner.Core.Tickets;

namespace Planner.Core.Planning.Replanning;

/// <summary>The words of a ticket that a plan rests on, as a hash: spacing does not count, nor do status, people and labels.</summary>
internal static class TicketWords
{
    /// <summary>Of a ticket alone.</summary>
    public static string Of(Ticket ticket) => TextHash.Of($"{Plain(ticket.Summary)}\n{Plain(ticket.Description)}");

    /// <summary>Of all that a run plans: the ticket, its stories and what people added.</summary>
    public static string Of(TicketDossier dossier) =>
        TextHash.Of(string.Join('\n', dossier.Criteria.Items.Select(c => $"{c.Story}\t{Plain(c.Text)}").Prepend(Of(dossier.Ticket))));

    /// <summary>Runs with a model and others redact alike but for the names of what was taken out.</summary>
    private static string Plain(string text) => string.Join(' ', Redactor.Unkeyed(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
