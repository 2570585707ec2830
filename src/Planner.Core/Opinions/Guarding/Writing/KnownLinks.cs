using Planner.Core.Grounding.Facts;
using Planner.Core.Text;
using Planner.Core.Tickets;

namespace Planner.Core.Opinions.Guarding.Writing;

/// <summary>Web addresses that stand in what was read. What a model read out of the ticket is its own writing and counts for nothing.</summary>
internal static class KnownLinks
{
    /// <summary>Each once, sorted.</summary>
    public static IReadOnlyList<string> Of(Ticket ticket, FrozenCriteria criteria, Discussion discussion, TicketGrounding grounding) =>
    [
        .. new[] { ticket.Summary, ticket.Description, ticket.Url ?? "" }
            .Concat(criteria.Items.Select(c => c.Text))
            .Concat(discussion.Remarks.Select(r => r.Markdown))
            .Concat(discussion.Related.Select(r => r.Description))
            .Append(PlanJson.Content(Facts(grounding)))
            .SelectMany(LinkRule.In)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Why a file is likely may be a model's word, too.</summary>
    private static TicketGrounding Facts(TicketGrounding grounding) =>
        grounding with { Files = [], Reading = null, ReadingLedger = null, Parts = null, Inventory = Inventory.Empty };
}
