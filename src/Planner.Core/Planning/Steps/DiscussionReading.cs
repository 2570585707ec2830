using Planner.Core.Tickets;

namespace Planner.Core.Planning.Steps;

/// <summary>Reads what stands around a ticket, for models. What cannot be read is told and costs nothing else.</summary>
internal sealed class DiscussionReading(ITicketTracker tracker)
{
    private const int MostRemarks = 30;
    private const int MostRelated = 6;
    private const int LongestRemark = 3_000;
    private const int LongestDescription = 4_000;

    public async Task<Discussion> Of(Ticket ticket, CancellationToken cancellation)
    {
        var limitations = new List<string>();
        var related = new List<RelatedTicket>();
        foreach (var link in Links(ticket).Take(MostRelated))
        {
            if (await Read(link, limitations, cancellation) is { } other)
            {
                related.Add(other);
            }
        }

        return new(await Remarks(ticket.Key, limitations, cancellation), related, limitations);
    }

    private static IEnumerable<TicketLink> Links(Ticket ticket) => new[] { ticket.Parent }.OfType<TicketLink>()
        .Concat(ticket.Links)
        .Where(l => l.Key != ticket.Key && ticket.Children.All(c => c.Key != l.Key))
        .DistinctBy(l => l.Key, StringComparer.Ordinal);

    private async Task<RelatedTicket?> Read(TicketLink link, List<string> limitations, CancellationToken cancellation)
    {
        try
        {
            var other = await tracker.Read(link.Key, cancellation);
            return new(link with { Key = other.Key, Summary = other.Summary, Status = other.Status }, Cut(other.Description, LongestDescription));
        }
        catch (TicketNotFoundException)
        {
            limitations.Add($"{link.Key}, which the ticket is linked with, is not there or not visible.");
            return null;
        }
        catch (TicketUnreadableException)
        {
            limitations.Add($"{link.Key}, which the ticket is linked with, cannot be understood.");
            return null;
        }
    }

    private async Task<IReadOnlyList<TicketRemark>> Remarks(string key, List<string> limitations, CancellationToken cancellation)
    {
        var all = await tracker.Remarks(key, cancellation);
        if (all.Count > MostRemarks)
        {
            limitations.Add($"Of {all.Count} comments on {key} the last {MostRemarks} were read.");
        }

        return [.. all.TakeLast(MostRemarks).Select(r => r with { Markdown = Cut(r.Markdown, LongestRemark) })];
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest] + "…";
}
