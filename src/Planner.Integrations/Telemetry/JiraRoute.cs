using System.Collections.Frozen;

namespace Planner.Integrations.Telemetry;

/// <summary>
/// The route of an address of Jira: what is not a word of its interface becomes <c>{}</c>, so that ids, keys and names of people
/// make no series of their own and stand in no metric.
/// </summary>
internal static class JiraRoute
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "rest", "api", "2", "3", "latest", "ex", "jira", "confluence", "wiki", "issue", "comment", "properties", "transitions", "remotelink",
        "search", "jql", "attachment", "content",
        "user", "users", "myself", "serverInfo", "project", "role", "pages", "bulk", "list", "body", "storage", "view",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string Of(Uri address) =>
        "/" + string.Join('/', address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => Words.Contains(part) ? part : "{}"));
}
