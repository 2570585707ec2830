using System.Text.Json;
using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Writing;

namespace Planner.Integrations.Jira.Tickets;

/// <summary>Comments that notify people by mentioning them, one for each marker.</summary>
internal sealed class ReminderWriter(JiraClient jira)
{
    private readonly MarkedComments reminders = new(jira, MarkedComments.Ours + "nudge");

    /// <returns>Who could not be mentioned and why, or null.</returns>
    public async Task<string?> Write(string key, string marker, string markdown, string? alsoTo, CancellationToken cancellation)
    {
        if (await reminders.Find(key, marker, cancellation) is not null)
        {
            return null;
        }

        var deployment = (await jira.Server(cancellation)).Deployment;
        var issue = await jira.Issues.Get(key, ["reporter", "assignee"], cancellation);
        var (other, missed) = string.IsNullOrWhiteSpace(alsoTo) ? (null, null) : await Other(alsoTo.Trim(), cancellation);
        var mentions = string.Join(' ', People(issue, other, deployment).Select(p => $"[@{Plain(p.DisplayName)}]({MarkdownSpans.MentionScheme}{p.Id})"));
        await reminders.Create(
            key,
            marker,
            CommentBody.Of(mentions.Length == 0 ? markdown : $"{mentions}\n\n{markdown}", deployment, rest: null),
            cancellation);
        return missed;
    }

    /// <summary>Reporter, assignee and the other one with what a mention needs: the account on Cloud, the name on Data Center.</summary>
    private static IEnumerable<JiraUser> People(JsonElement issue, JiraUser? other, JiraDeployment deployment) => new[] { "reporter", "assignee" }
        .Select(f => JiraShapes.User(issue.Object("fields")?.Object(f)))
        .Append(other)
        .OfType<JiraUser>()
        .Select(p => deployment == JiraDeployment.Cloud ? p : p with { Id = p.Name })
        .Where(p => p.Id.Length > 0)
        .DistinctBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>Somebody whom Jira does not know, or does not show to this account, keeps nobody else from being notified.</summary>
    private async Task<(JiraUser? Other, string? Missed)> Other(string account, CancellationToken cancellation)
    {
        try
        {
            return (await jira.Person(account, cancellation), null);
        }
        catch (JiraException fault) when (!fault.RetryHelps)
        {
            return (null, $"Decisions__EscalateTo was not mentioned; it takes an account id on Cloud, a user name on Data Center: "
                + $"{TicketText.Line(fault.Message)}");
        }
    }

    /// <summary>A display name is foreign text: of it, what means nothing in Markdown.</summary>
    private static string Plain(string name) => new([.. name.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '-' or '\'')]);
}
