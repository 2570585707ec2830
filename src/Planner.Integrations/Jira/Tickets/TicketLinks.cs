using Planner.Core.Tickets;

namespace Planner.Integrations.Jira.Tickets;

/// <summary>A ticket seen from another.</summary>
internal static class TicketLinks
{
    public static TicketLink AsLink(this Ticket ticket, string relation) => new(ticket.Key, relation, ticket.Summary, ticket.Status) { IsDone = ticket.IsDone };
}
