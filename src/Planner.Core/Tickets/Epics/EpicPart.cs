namespace Planner.Core.Tickets.Epics;

/// <summary>What of an epic is thought about at once: a story, or what the epic asks for itself.</summary>
/// <param name="Ticket">The story; for the epic's own part the epic without the words of its stories.</param>
/// <param name="Criteria">Those that it asks for, under their ids in the plan.</param>
public sealed record EpicPart(Ticket Ticket, FrozenCriteria Criteria);
