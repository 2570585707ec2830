using Planner.Core.Tickets;

namespace Planner.Core.Planning;

/// <summary>What the run keeps of its ticket. Reason and questions are empty where it is ready.</summary>
public sealed record TicketDossier(Ticket Ticket, FrozenCriteria Criteria, string Reason, IReadOnlyList<string> Questions);
