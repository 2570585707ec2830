using Planner.Core.Grounding.History;

namespace Planner.Core.Artifacts.Documents;

/// <summary>What the repository's past tells of the files that the ticket is about.</summary>
internal static class HistorySections
{
    public static void Write(MarkdownPage page, TicketHistory history)
    {
        if (history.Busy.Count + history.Earlier.Count + history.Companions.Count == 0)
        {
            return;
        }

        page.Heading(2, $"How it came to be");
        page.Table(["Earlier commit", "Day", "By", "Subject"], history.Earlier.Select(c => new[] { Md.Code(c.Sha), Md.Of($"{c.Date}"), Md.Of($"{c.Author}"), Md.Of($"{c.Subject}{(c.IsRevert ? " (took another back)" : "")}") }))
            .Table(["File that changes often", "Commits", "Last", "Changed most by"], history.Busy.Select(b => new[] { Md.Code(b.Path), Md.Of($"{b.Changes}"), Md.Of($"{b.LastChanged}"), Md.Words(b.Authors) }))
            .Table(["Usually changes too", "Together with", "How often"], history.Companions.Select(c => new[] { Md.Code(c.Path), Md.Code(c.With), Md.Of($"{c.Times} of {c.Of} commits") }));
    }
}
