using System.Globalization;
using Planner.Core.Text;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Tickets;

/// <summary>
/// Finds the acceptance criteria of a ticket and freezes them: the same text gives the same ids and hash. Looks at
/// sections named for them, then at lines with ids like <c>AC1:</c> and at Given-When-Then blocks anywhere. A ticket
/// without any gets them derived from what its report says is expected, from its lists of requirements or, at last, from its
/// summary.
/// </summary>
public static class CriteriaReader
{
    /// <summary>Most criteria of one ticket; what is over them is counted in the last one.</summary>
    public const int MaxCriteria = 200;

    /// <summary>Longest criterion, in characters.</summary>
    public const int MaxLength = 1_000;

    /// <summary>The criteria as they stand now. Empty only where the ticket has not even a summary.</summary>
    public static FrozenCriteria Freeze(Ticket ticket)
    {
        var blocks = MarkdownBlocks.Parse(ticket.Description);
        var own = Own(blocks);
        return own.Count > 0 ? Frozen(own, derived: false) : Frozen(Derived(ticket, blocks), derived: true);
    }

    /// <summary>True where the ticket numbers its criteria itself: those numbers count, whatever was planned before.</summary>
    internal static bool IsNumbered(Ticket ticket) => IsNumbered(Own(MarkdownBlocks.Parse(ticket.Description)));

    private static bool IsNumbered(List<Criterion> found) =>
        found.Count > 0 && found.TrueForAll(c => c.Number is not null) && found.DistinctBy(c => c.Number).Count() == found.Count;

    private static List<Criterion> Own(IReadOnlyList<MarkdownBlock> blocks)
    {
        var inSections = CriteriaSections.Named(blocks).SelectMany(CriteriaItems.Read).ToList();
        if (inSections.Count > 0)
        {
            return Distinct(inSections);
        }

        return Distinct([.. CriteriaItems.Read(blocks).Where(c => c.Number is not null || c.IsScenario)]);
    }

    private static List<Criterion> Derived(Ticket ticket, IReadOnlyList<MarkdownBlock> blocks)
    {
        var expected = Said(CriteriaSections.Expected(blocks));
        var required = expected.Count > 0 ? expected : Said(CriteriaSections.Required(blocks));
        return required.Count > 0 ? required : Distinct([new Criterion(null, TicketText.Line(ticket.Title))]);
    }

    private static List<Criterion> Said(IEnumerable<IReadOnlyList<MarkdownBlock>> sections) =>
        Distinct([.. sections.SelectMany(CriteriaItems.Read).Where(c => TextSigns.Words(c.Text) >= 3)]);

    private static List<Criterion> Distinct(List<Criterion> found) =>
        [.. found.Where(c => c.SaysSomething).DistinctBy(c => c.Text, StringComparer.Ordinal)];

    /// <summary>The ticket's own numbers stay where every criterion has one, since people speak of them by it.</summary>
    private static FrozenCriteria Frozen(List<Criterion> found, bool derived)
    {
        var numbered = IsNumbered(found);
        var items = found
            .Take(MaxCriteria)
            .Select((c, at) => new AcceptanceCriterion("AC" + (numbered ? c.Number!.Value : at + 1).ToString(CultureInfo.InvariantCulture), Cut(c.Text)))
            .ToList();
        if (found.Count > MaxCriteria)
        {
            items[^1] = items[^1] with { Text = $"{items[^1].Text} (and {found.Count - MaxCriteria} more criteria in the ticket)" };
        }

        return new FrozenCriteria(items, Hash(items), derived);
    }

    private static string Cut(string text) =>
        text.Length <= MaxLength ? text : text[..(char.IsHighSurrogate(text[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1)] + "…";

    /// <summary>The hash that criteria are frozen under.</summary>
    internal static string Hash(IEnumerable<AcceptanceCriterion> items)
    {
        var text = string.Concat(items.Select(i => i.Story is null ? $"{i.Id}\t{i.Text}\n" : $"{i.Id}\t{i.Story}\t{i.Text}\n"));
        return TextHash.Of(text);
    }
}
