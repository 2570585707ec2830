namespace Planner.Core.Tickets;

/// <summary>
/// What stands around a ticket and not in it: what people said on it, and the tickets that it is linked with. Facts for whoever
/// reads closely; no criterion comes from here.
/// </summary>
/// <param name="Remarks">Oldest first, the latest of many.</param>
/// <param name="Related">Its parent first, then those that it is linked with.</param>
/// <param name="Limitations">What could not be read, a sentence each.</param>
public sealed record Discussion(IReadOnlyList<TicketRemark> Remarks, IReadOnlyList<RelatedTicket> Related, IReadOnlyList<string> Limitations)
{
    /// <summary>Nothing.</summary>
    public static Discussion None { get; } = new([], [], []);
}

/// <summary>A comment of a person.</summary>
/// <param name="Author">Who wrote it, as people call them; empty where the tracker does not tell.</param>
/// <param name="Date">The day, like 2026-11-30; empty where the tracker does not tell.</param>
/// <param name="Markdown">The text.</param>
public sealed record TicketRemark(string Author, string Date, string Markdown);

/// <summary>Another ticket with its text.</summary>
/// <param name="Link">How it is related.</param>
/// <param name="Description">Markdown, cut where it is long; empty where it has none.</param>
public sealed record RelatedTicket(TicketLink Link, string Description);
