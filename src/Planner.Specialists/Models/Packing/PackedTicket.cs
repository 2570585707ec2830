using System.Text;
using Planner.Core.Tickets;

namespace Planner.Specialists.Models.Packing;

/// <summary>A ticket and its frozen criteria, for a model to read.</summary>
internal static class PackedTicket
{
    private const int LongestDescription = 24_000;

    /// <summary>With what people said and the frozen criteria, for those who plan.</summary>
    public static string Of(Ticket ticket, FrozenCriteria criteria, Discussion discussion)
    {
        var text = new StringBuilder(Of(ticket, discussion)).Append("\n# Acceptance criteria, frozen");
        text.Append(criteria.Derived ? " (the ticket has none of its own; these were taken from its words)\n\n" : "\n\n");
        foreach (var criterion in criteria.Items)
        {
            text.Append(criterion.Id).Append(": ").Append(Fence.Line(criterion.Text)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>In its own words, with what people asked for besides: criteria that its description holds are not told twice.</summary>
    public static string InItsWords(Ticket ticket, FrozenCriteria criteria, Discussion discussion)
    {
        var besides = criteria.Items.Select(c => c.Text).Where(c => !ticket.Description.Contains(c, StringComparison.Ordinal)).Select(Fence.Line).ToList();
        return Of(ticket, discussion) + (besides.Count == 0 ? "" : $"\n# Asked for besides\n\n{string.Join('\n', besides)}\n");
    }

    private static string Of(Ticket ticket, Discussion discussion)
    {
        var text = new StringBuilder();
        text.Append("# The ticket\n\n")
            .Append(ticket.Key)
            .Append(" (")
            .Append(Fence.Line(ticket.Type))
            .Append("): ")
            .Append(Fence.Line(ticket.Summary))
            .Append('\n');
        if (ticket.Parent is { } parent)
        {
            text.Append("Part of ").Append(parent.Key).Append(": ").Append(Fence.Line(parent.Summary)).Append('\n');
        }

        foreach (var link in ticket.Links)
        {
            text.Append(Fence.Line(link.Relation)).Append(' ').Append(link.Key).Append(": ").Append(Fence.Line(link.Summary)).Append('\n');
        }

        if (ticket.Labels.Count + ticket.Components.Count > 0)
        {
            text.Append("Labels and components: ").Append(Fence.Line(string.Join(", ", ticket.Labels.Concat(ticket.Components)))).Append('\n');
        }

        text.Append('\n').Append(Fence.Around("description", Cut(ticket.Description))).Append('\n');
        return text.Append(DiscussionText.Of(discussion)).ToString();
    }

    private static string Cut(string text) => text.Length <= LongestDescription ? text : text[..LongestDescription] + "\n(cut)";
}
