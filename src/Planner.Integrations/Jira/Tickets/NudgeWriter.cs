using System.Text.Json;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Writing;

namespace Planner.Integrations.Jira.Tickets;

/// <summary>Comments that notify people by mentioning them, one for each marker.</summary>
internal sealed class NudgeWriter(JiraClient jira)
{
    private readonly MarkedComments nudges = new(jira, MarkedComments.Ours + "nudge");

    public async Task<string> Write(string key, string marker, string markdown, CancellationToken cancellation)
    {
        if (await nudges.Find(key, marker, cancellation) is { } written)
            return written.Id;
        var deployment = (await jira.Server(cancellation)).Deployment;
        var issue = await jira.Issues.Get(key, ["reporter", "assignee"], cancellation);
        var mentions = string.Join(' ', People(issue, deployment).Select(p => $"[@{Plain(p.DisplayName)}]({MarkdownSpans.MentionScheme}{p.Id})"));
        return await nudges.Create(key, marker, CommentBody.Of(mentions.Length == 0 ? markdown : $"{mentions}\n\n{markdown}", deployment, rest: null), cancellation);
    }

    /// <summary>Reporter and assignee with what a mention needs: the account on Cloud, the name on Data Center.</summary>
    private static IEnumerable<JiraUser> People(JsonElement issue, JiraDeployment deployment) => new[] { "reporter", "assignee" }
        .Select(f => JiraShapes.User(issue.Object("fields")?.Object(f)))
        .OfType<JiraUser>()
        .Select(p => deployment == JiraDeployment.Cloud ? p : p with { Id = p.Name })
        .Where(p => p.Id.Length > 0)
        .DistinctBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>A display name is foreign text: of it, what means nothing in Markdown.</summary>
    private static string Plain(string name) => new([.. name.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '-' or '\'')]);
}
