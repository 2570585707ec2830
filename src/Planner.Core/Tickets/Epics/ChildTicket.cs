namespace Planner.Core.Tickets.Epics;

/// <summary>A child as it was found.</summary>
/// <param name="Link">What its parent knows of it.</param>
/// <param name="Ticket">What it says itself; null where it could not be read.</param>
/// <param name="Fault">Why not, as the end of a sentence; empty where it was read.</param>
public sealed record ChildTicket(TicketLink Link, Ticket? Ticket, string Fault = "");

/// <summary>The children of a ticket as they were found, and what could not be looked at.</summary>
public sealed record FoundChildren(IReadOnlyList<ChildTicket> Items, IReadOnlyList<string> Limitations);
