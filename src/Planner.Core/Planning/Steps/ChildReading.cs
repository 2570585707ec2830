using Planner.Core.Tickets;
using Planner.Core.Tickets.Epics;

namespace Planner.Core.Planning.Steps;

/// <summary>
/// Reads the children of a ticket, those it lists first, then those that name it as their parent. One that cannot be read is
/// told and costs nothing else; their own children are not followed, so that a circle of parents ends here.
/// </summary>
internal sealed class ChildReading(ITicketTracker tracker)
{
    /// <summary>Most children of one ticket.</summary>
    public const int MaxChildren = 50;

    private const int MostNamed = 10;

    public async Task<FoundChildren> Of(Ticket ticket, CancellationToken cancellation)
    {
        var limitations = new List<string>();
        var links = await Links(ticket, limitations, cancellation);
        var children = new List<ChildTicket>();
        var (chosen, left) = Chosen(links);
        foreach (var link in chosen)
        {
            children.Add(await Read(link, cancellation));
        }

        if (left.Count > 0)
        {
            limitations.Add($"{ticket.Key} has {links.Count} children, of which {MaxChildren} are on the story map, those first that are not known to be "
                + $"done; {Named(left)} {(left.Count == 1 ? "is" : "are")} left out.");
        }

        // A moved ticket answers to two keys.
        return new([.. children.DistinctBy(c => c.Link.Key, StringComparer.Ordinal).Where(c => c.Link.Key != ticket.Key)], limitations);
    }

    private static (List<TicketLink> Chosen, List<TicketLink> Left) Chosen(List<TicketLink> links)
    {
        var first = links.OrderBy(l => l.IsDone).Take(MaxChildren).ToHashSet();
        return (links.FindAll(first.Contains), links.FindAll(l => !first.Contains(l)));
    }

    private static string Named(List<TicketLink> left) => left.Count <= MostNamed
        ? string.Join(", ", left.Select(l => l.Key))
        : $"{string.Join(", ", left.Take(MostNamed).Select(l => l.Key))} and {left.Count - MostNamed} more";

    private async Task<List<TicketLink>> Links(Ticket ticket, List<string> limitations, CancellationToken cancellation)
    {
        var found = await Found(ticket.Key, limitations, cancellation);
        var all = ticket.Children.Concat(found.OrderBy(c => c.Key, TicketKeyOrder.Numbers))
            .Where(c => TicketKey.IsValid(c.Key) && c.Key != ticket.Key)
            .DistinctBy(c => c.Key, StringComparer.Ordinal).ToList();
        if (all.RemoveAll(c => c.Key == ticket.Parent?.Key) > 0)
        {
            limitations.Add($"{ticket.Parent!.Key} is the parent of {ticket.Key} and its child at once; it is not planned with it.");
        }

        return all;
    }

    private async Task<IReadOnlyList<TicketLink>> Found(string key, List<string> limitations, CancellationToken cancellation)
    {
        try
        {
            var found = await tracker.Children(key, cancellation);
            if (!found.IsComplete)
            {
                limitations.Add($"{key} may have children beyond those that are known: there are more tickets than were looked at.");
            }

            return found.Items;
        }
        catch (TicketUnreadableException fault)
        {
            limitations.Add($"Tickets that name {key} as their parent could not be looked for: {fault.Message}");
            return [];
        }
    }

    private async Task<ChildTicket> Read(TicketLink link, CancellationToken cancellation)
    {
        try
        {
            var child = await tracker.Read(link.Key, cancellation);
            return new(link with { Key = child.Key }, child);
        }
        catch (TicketNotFoundException)
        {
            return new(link, null, "is not there or not visible");
        }
        catch (TicketUnreadableException)
        {
            return new(link, null, "cannot be understood");
        }
    }
}
