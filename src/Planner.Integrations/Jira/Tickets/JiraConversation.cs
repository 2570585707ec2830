using Planner.Core.Conversation;
using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Writing;

namespace Planner.Integrations.Jira.Tickets;

/// <summary>What is said on tickets of a live Jira. Names of tickets and comments come from webhooks: what is no key or number is not asked for.</summary>
/// <param name="jira">Used, not owned.</param>
public sealed class JiraConversation(JiraClient jira) : ITicketConversation
{
    private readonly MarkedComments replies = new(jira, MarkedComments.Ours + "reply");

    /// <inheritdoc />
    public Task<TicketState?> State(string ticket, CancellationToken cancellation) => Seen(IsTicket(ticket), async () =>
    {
        var issue = await jira.Issues.Get(ticket, ["status"], cancellation);
        var status = issue.Object("fields")?.Object("status");
        return TicketKey.IsValid(issue.Text("key"))
            ? new TicketState(issue.Text("key"), status is { } known ? JiraShapes.Id(known) : "", status?.Text("name") ?? "")
            : null;
    });

    /// <inheritdoc />
    public Task<TicketComment?> Comment(string ticket, string comment, CancellationToken cancellation) =>
        Seen(IsTicket(ticket) && IsNumber(comment), async () =>
    {
        var found = await jira.Comments.Get(ticket, comment, cancellation);
        var marks = await jira.Comments.Properties(comment, cancellation);
        return new TicketComment(
            comment,
            found.Author?.Id ?? "",
            TicketText.Line(found.Author?.DisplayName),
            TicketText.Clean(JiraDescription.RichText(found.Body)),
            IsOurs: marks.Any(m => m.StartsWith(MarkedComments.Ours, StringComparison.Ordinal)));
    });

    /// <inheritdoc />
    /// <exception cref="JiraPermissionException">This account may not see who holds roles; no "no" is made of that.</exception>
    public async Task<bool> HoldsRole(string ticket, string account, string role, CancellationToken cancellation) =>
        TicketKey.IsValid(ticket) && account.Trim('.').Length > 0 && await jira.Roles.Holds(ticket[..ticket.LastIndexOf('-')], role, account, cancellation);

    /// <inheritdoc />
    public async Task Reply(string ticket, string marker, string markdown, CancellationToken cancellation)
    {
        var body = CommentBody.Of(markdown, (await jira.Server(cancellation)).Deployment, rest: null);
        await Seen(
            IsTicket(ticket),
            async () => (await replies.Find(ticket, marker, cancellation))?.Id ?? await replies.Create(ticket, marker, body, cancellation));
    }

    /// <summary>A ticket that is gone took its comments and whoever waited for an answer there along.</summary>
    private static async Task<T?> Seen<T>(bool isName, Func<Task<T?>> look)
        where T : class
    {
        try
        {
            return isName ? await look() : null;
        }
        catch (JiraNotFoundException fault) when (fault.Subject is JiraSubject.Ticket or JiraSubject.Comment)
        {
            return null;
        }
    }

    private static bool IsTicket(string name) => TicketKey.IsValid(name) || IsNumber(name);

    private static bool IsNumber(string name) => name.Length is > 0 and <= 20 && name.All(char.IsAsciiDigit);
}
