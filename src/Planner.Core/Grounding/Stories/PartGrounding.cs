using Planner.Core.Grounding.Facts;
using Planner.Core.Tickets.Epics;

namespace Planner.Core.Grounding.Stories;

/// <summary>What bears on each part of an epic: a story is thought about with its own files and names, not with those of all.</summary>
internal static class PartGrounding
{
    /// <summary>By key; null where there are no parts.</summary>
    public static IReadOnlyDictionary<string, TicketGrounding>? Of(
        IReadOnlyList<EpicPart>? parts, CodebaseIndex index, IReadOnlyList<TableFact>? tables, IReadOnlyList<EarlierDecision> memory) => parts is null
        ? null
        : new SortedDictionary<string, TicketGrounding>(
            parts.ToDictionary(
                p => p.Ticket.Key,
                p => TicketGrounder.Ground(p.Ticket, p.Criteria, index, tables, memory) with { Inventory = Inventory.Empty },
                StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>Registrations that bear on any part.</summary>
    public static IEnumerable<RegistrationFact> Registrations(TicketGrounding whole) =>
        (whole.Parts?.Values ?? []).Append(whole).SelectMany(p => p.Registrations).Distinct();

    /// <summary>A part's grounding with all that exists.</summary>
    public static TicketGrounding Of(TicketGrounding whole, string key) =>
        whole.Parts is { } parts && parts.TryGetValue(key, out var part) ? part with { Inventory = whole.Inventory } : whole with { Parts = null };
}
