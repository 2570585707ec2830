using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;

namespace Planner.Integrations.Jira.Tickets;

/// <summary>
/// What people said on a ticket. What the product wrote is told by its mark and not by the account, which it may share with a person;
/// only comments of that account are asked for marks.
/// </summary>
internal sealed class RemarkReading(JiraClient jira)
{
    /// <summary>More than that nobody reads; the latest count.</summary>
    private const int Most = 60;

    public async Task<IReadOnlyList<TicketRemark>> Of(string key, CancellationToken cancellation)
    {
        var me = await jira.Myself(cancellation);
        var said = new List<TicketRemark>();
        foreach (var comment in (await jira.Comments.List(key, cancellation)).TakeLast(Most))
        {
            if (JiraRemark.Read(comment) is { } remark && !(comment.Author?.Id == me.Id && await IsOurs(comment, cancellation)))
            {
                said.Add(remark);
            }
        }

        return said;
    }

    private async Task<bool> IsOurs(JiraComment comment, CancellationToken cancellation) =>
        (await jira.Comments.Properties(comment.Id, cancellation)).Any(p => p.StartsWith(MarkedComments.Ours, StringComparison.Ordinal));
}
