using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;

namespace Planner.Integrations.Jira.Tickets;

/// <summary>Tickets that name another as their parent.</summary>
internal sealed class ChildSearch(JiraClient jira)
{
    private const int MaxChildren = 500;
    private static readonly string[] Fields = ["summary", "status", "issuetype"];

    /// <exception cref="TicketUnreadableException">Jira does not take the question. The ticket itself was read, so that a plan
    /// can go on and say so.</exception>
    public async Task<ChildTickets> Of(string key, CancellationToken cancellation)
    {
        var parent = $"parent = \"{key}\"";
        var isCloud = (await jira.Server(cancellation)).Deployment == JiraDeployment.Cloud;
        try
        {
            return isCloud
                ? await Find(parent, key, cancellation)
                : await TryFind($"{parent} OR \"Epic Link\" = \"{key}\"", key, cancellation) ?? await Find(parent, key, cancellation);
        }
        catch (JiraException fault) when (fault is JiraRejectedException { Status: 400 } or JiraAddressException)
        {
            throw new TicketUnreadableException(TicketText.Line(fault.Message));
        }
    }

    /// <summary>Null where Jira knows no such field, as without Jira Software.</summary>
    private async Task<ChildTickets?> TryFind(string jql, string key, CancellationToken cancellation)
    {
        try
        {
            return await Find(jql, key, cancellation);
        }
        catch (JiraRejectedException fault) when (fault.Status == 400)
        {
            return null;
        }
    }

    private async Task<ChildTickets> Find(string jql, string key, CancellationToken cancellation) =>
        Children(await jira.Search.Find($"{jql} ORDER BY key", Fields, MaxChildren, cancellation), key);

    private static ChildTickets Children(JiraFound found, string key) => new(
        [.. found.Issues.Where(i => TicketKey.IsValid(i.Text("key")) && i.Text("key") != key)
            .Select(i => JiraIssueReader.Read(i))
            .Select(t => t.AsLink("child"))
            .DistinctBy(c => c.Key, StringComparer.Ordinal)],
        found.IsComplete);
}
