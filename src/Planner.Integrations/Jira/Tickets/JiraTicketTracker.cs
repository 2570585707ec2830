using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;

namespace Planner.Integrations.Jira.Tickets;

/// <summary>
/// Tickets of a live Jira. Faults that pass by themselves are <see cref="JiraException"/>s for which a retry of the step helps;
/// those that people must mend say how. A ticket that was moved is found by its old key.
/// </summary>
/// <param name="jira">Used, not owned.</param>
/// <param name="planner">Where people open runs, ending with a slash, for the link on the ticket; null: no link.</param>
/// <param name="options">What becomes of a ticket whose plan is there; null: nothing.</param>
public sealed class JiraTicketTracker(JiraClient jira, Uri? planner = null, JiraOptions? options = null) : ITicketTracker
{
    private readonly IssueReading reading = new(jira);
    private readonly ChildSearch children = new(jira);
    private readonly PlanCommentWriter comments = new(jira, planner);
    private readonly ReminderWriter reminders = new(jira);
    private readonly RemarkReading remarks = new(jira);
    private readonly TicketMarks marks = new(jira, options ?? new());

    /// <inheritdoc />
    public Task<Ticket> Read(string key, CancellationToken cancellation) => Known(key, () => reading.Read(key, cancellation));

    /// <inheritdoc />
    public Task<ChildTickets> Children(string key, CancellationToken cancellation) => Known(key, () => children.Of(key, cancellation));

    /// <inheritdoc />
    public Task<IReadOnlyList<TicketRemark>> Remarks(string key, CancellationToken cancellation) => Known(key, () => remarks.Of(key, cancellation));

    /// <inheritdoc />
    /// <returns>The comment's address; where the run could not be linked, followed by the reason in brackets.</returns>
    public Task<string> Comment(string key, string marker, string markdown, CancellationToken cancellation) =>
        Known(key, () => comments.Write(key, marker, markdown, cancellation));

    /// <inheritdoc />
    public Task Amend(string key, string marker, string markdown, CancellationToken cancellation) =>
        Known(key, () => comments.Amend(key, marker, markdown, cancellation));

    /// <inheritdoc />
    public Task Supersede(string key, string marker, CancellationToken cancellation) =>
        Known(key, async () => await comments.Supersede(key, marker, cancellation));

    /// <inheritdoc />
    public Task<string?> Remind(string key, string marker, string markdown, string? alsoTo, CancellationToken cancellation) =>
        Known(key, () => reminders.Write(key, marker, markdown, alsoTo, cancellation));

    /// <inheritdoc />
    public Task<string?> Mark(string key, bool needsAttention, CancellationToken cancellation) =>
        Known(key, () => marks.Set(key, needsAttention, cancellation));

    private static async Task<T> Known<T>(string key, Func<Task<T>> work)
    {
        if (!TicketKey.IsValid(key))
        {
            throw new TicketUnreadableException(TicketKeys.Bad(key));
        }

        try
        {
            return await work();
        }
        catch (JiraNotFoundException fault) when (fault.Subject == JiraSubject.Ticket)
        {
            throw new TicketNotFoundException(
                $"Jira has no ticket {key}, or this account may not see it: check the key, and give the account the permission to browse its project.");
        }
    }
}
