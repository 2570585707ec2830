using Planner.Core.Tickets;
using Planner.Core.Tickets.Epics;

namespace Planner.Core.Tests.Tickets.Epics;

/// <summary>Epics and stories to try things on.</summary>
internal static class SampleStories
{
    public const string Asked = "Given a paid order, when `OrderService.Cancel` runs, then its status is cancelled";

    public static Ticket EpicOf(string description = "", params IReadOnlyList<TicketLink> children) =>
        new() { Key = "SHOP-1", Summary = "Orders can be cancelled", Description = description, Type = "Epic", Reporter = "Rita", Children = children };

    public static Ticket Story(string key, string description = $"## Acceptance criteria\n\n- {Asked}.\n", params IReadOnlyList<TicketLink> links) =>
        new()
        {
            Key = key,
            Summary = $"Story {key}",
            Description = description,
            Type = "Story",
            Status = "To Do",
            Links = links,
            Parent = new("SHOP-1", "epic", ""),
        };

    public static Ticket Vague(string key) => Story(key, "Make it nice.") with { Summary = "The orders page" };

    public static TicketLink After(string key) => new(key, "is blocked by", "");

    public static Epic Read(Ticket epic, params IReadOnlyList<Ticket> stories) =>
        Epic.Of(epic, new([.. stories.Select(s => new ChildTicket(new(s.Key, "child", s.Summary, s.Status), s))], []));
}
