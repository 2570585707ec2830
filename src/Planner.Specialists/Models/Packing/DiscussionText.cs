using System.Text;
using Planner.Core.Tickets;

namespace Planner.Specialists.Models.Packing;

/// <summary>What people said on a ticket, and the tickets around it, for a model to read.</summary>
internal static class DiscussionText
{
    public static string Of(Discussion discussion)
    {
        var text = new StringBuilder();
        if (discussion.Remarks.Count > 0)
        {
            text.Append("\n# What people said on the ticket, oldest first\n\n");
            foreach (var remark in discussion.Remarks)
            {
                var who = Fence.Line(string.Join(", ", new[] { remark.Author, remark.Date }.Where(w => w.Length > 0)));
                text.Append(Fence.Around(who.Length > 0 ? $"comment of {who}" : "comment", remark.Markdown)).Append('\n');
            }
        }

        foreach (var (link, description) in discussion.Related.Select(r => (r.Link, r.Description)))
        {
            text.Append("\n# Another ticket, not to be planned here: ")
                .Append(Fence.Line($"{link.Relation} {link.Key} ({link.Status}): {link.Summary}"))
                .Append('\n');
            text.Append(Fence.Around("description", description)).Append('\n');
        }

        return text.ToString();
    }
}
