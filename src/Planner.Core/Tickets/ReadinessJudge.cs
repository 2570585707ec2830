using Planner.Core.Text.Markdown;

namespace Planner.Core.Tickets;

/// <summary>
/// Judges whether a ticket says enough to be planned, by signs that do not depend on its language: how much it says,
/// whether it names parts of a system, figures or labels, and whether it has lists, tables or code. A short report
/// that names what it speaks of is ready; a wish that names nothing is not.
/// </summary>
public static class ReadinessJudge
{
    /// <summary>From so many words on, a text is left to the specialists even when it names nothing.</summary>
    private const int LongEnough = 60;

    /// <summary>The verdict; the same ticket always gets the same one.</summary>
    public static Readiness Judge(Ticket ticket, FrozenCriteria criteria) => Judge(ticket, criteria, map: null);

    /// <summary>The verdict on an epic: one story that can be planned is enough; what its children leave out does not help it.</summary>
    public static Readiness Judge(Ticket ticket, FrozenCriteria criteria, StoryMap? map)
    {
        var blocks = MarkdownBlocks.Parse(ticket.Description);
        var body = string.Join('\n', blocks.Where(b => b is not MarkdownBlock.Heading).Select(Text));
        if (HasOwnCriteria(criteria) || map?.Planned.Any() == true || IsSpecific(ticket, blocks, body))
        {
            return new Readiness.Ready();
        }

        return new Readiness.NotReady(Reason(ticket, body) + Reason(map), ReadinessQuestions.For(ticket, body));
    }

    private static bool HasOwnCriteria(FrozenCriteria criteria) =>
        !criteria.Derived && criteria.Items.Any(i => TextSigns.Words(i.Text) >= 4 && !TextSigns.IsOnlyLinks(i.Text));

    private static bool IsSpecific(Ticket ticket, IReadOnlyList<MarkdownBlock> blocks, string body)
    {
        var isBare = TextSigns.Words(body) == 0 || TextSigns.IsOnlyLinks(body);
        var text = isBare ? ticket.Summary : ticket.Summary + "\n" + body;
        var words = TextSigns.Words(text);
        var signs = TextSigns.Names(text) + TextSigns.Figures(text) + (isBare ? 0 : Structure(blocks)) + (ReadinessQuestions.IsBug(ticket)
            && TextSigns.HasProperName(text) ? 1 : 0);
        if (isBare)
        {
            return signs >= 1 && words >= 6;
        }

        return words >= LongEnough || signs >= 2 || (signs == 1 && words >= (ReadinessQuestions.IsBug(ticket) ? 6 : 12));
    }

    private static int Structure(IReadOnlyList<MarkdownBlock> blocks)
    {
        var items = blocks.OfType<MarkdownBlock.Item>().Count(i => TextSigns.Words(i.Text) >= 3 && !TextSigns.IsOnlyLinks(i.Text));
        var hasMore = blocks.Any(b => b is MarkdownBlock.Row { IsHeader: false } or MarkdownBlock.Code { Text.Length: > 10 });
        return (items >= 3 ? 1 : 0) + (hasMore ? 2 : 0);
    }

    private static string Reason(Ticket ticket, string body)
    {
        if (TextSigns.IsOnlyLinks(body))
        {
            return TextSigns.Links(body).Count == 1 ? "The description is only a link." : "The description is only links.";
        }

        if (TextSigns.Words(body) == 0)
        {
            return ticket.Description.Length == 0 ? "The description is empty." : "The description says nothing beyond headings and pictures.";
        }

        return "The ticket states a wish: it names no part of the system, no figure and no criterion by which one could tell that it is done.";
    }

    private static string Reason(StoryMap? map) => map switch
    {
        null or { Stories.Count: 0 } => "",
        _ when map.Stories.All(s => s.State == StoryState.Done) => " All of its stories are done.",
        _ =>
            $" None of its stories can be planned: "
                + $"{string.Join("; ", map.Stories.Where(s => s.State != StoryState.Done)
                    .Take(5)
                    .Select(s => $"{s.Key} {(s.State == StoryState.Unread ? "could not be read" : "says too little")}"))}.",
    };

    private static string Text(MarkdownBlock block) => block switch
    {
        MarkdownBlock.Item item => item.Text,
        MarkdownBlock.Paragraph paragraph =>
            string.Join('\n', paragraph.Lines.Where(l => !l.StartsWith("(image:", StringComparison.Ordinal)
                && !l.StartsWith("(attachment:", StringComparison.Ordinal)
                && !l.StartsWith("![", StringComparison.Ordinal))),
        MarkdownBlock.Row row => string.Join(' ', row.Cells),
        MarkdownBlock.Code code => code.Text,
        MarkdownBlock.Heading heading => heading.Text,
        _ => "",
    };
}
