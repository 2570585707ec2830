using Planner.Core.Artifacts.Markdown;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Markdown;

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
        if (history.Keepers.Count > 0)
        {
            page.Say($"An owner marked (by history) changed the files of a task most in the year to {history.Until}.");
        }

        page.Table(
            ["Earlier commit", "Day", "By", "Subject"],
            history.Earlier.Select(c => new[] { Md.Code(c.Sha), Md.Of($"{c.Date}"), Md.Of($"{c.Author}"), Subject(c) }))
            .Table(
                ["File that changes often", "Commits", "Last", "Changed most by"],
                history.Busy.Select(b => new[] { Md.Code(b.Path), Md.Of($"{b.Changes}"), Md.Of($"{b.LastChanged}"), Md.Words(b.Authors) }))
            .Table(
                ["Usually changes too", "Together with", "How often"],
                history.Companions.Select(c => new[] { Md.Code(c.Path), Md.Code(c.With), Md.Of($"{c.Times} of {c.Of} commits") }));
    }

    private static Md Subject(EarlierCommit c) => c switch
    {
        { RevertedBy: { } by } => Md.Of($"{c.Subject} (**taken back** by {Md.Code(by)})"),
        { TookBack: { } taken } => Md.Of($"{c.Subject} (**took** {Md.Code(taken)} **back**)"),
        { IsRevert: true } => Md.Of($"{c.Subject} (**took** an older one **back**)"),
        _ => Md.Of($"{c.Subject}"),
    };
}
