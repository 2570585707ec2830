using System.Text.Json;
using System.Text.Json.Nodes;

namespace Planner.Integrations.Jira.Rest;

/// <summary>Searches by JQL, each product by its own route: Cloud has switched the old one off.</summary>
public sealed class JiraSearch
{
    private const int PageSize = 100;
    private readonly JiraTransport transport;
    private readonly JiraSite site;

    internal JiraSearch(JiraTransport transport, JiraSite site) => (this.transport, this.site) = (transport, site);

    /// <summary>Issues in the query's order. On Cloud what changed moments ago may be missing.</summary>
    /// <param name="jql">Bounded; nothing foreign in it but valid keys.</param>
    /// <param name="fields">What to read of each.</param>
    /// <param name="limit">1 or more; pages are read up to it.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    /// <exception cref="JiraRejectedException">Jira does not take the query.</exception>
    public async Task<JiraFound> Find(string jql, IReadOnlyList<string> fields, int limit, CancellationToken cancellation) =>
        (await site.Server(cancellation)).Deployment == JiraDeployment.Cloud
            ? await ByToken(jql, fields, limit, cancellation)
            : await ByPosition(jql, fields, limit, cancellation);

    private async Task<JiraFound> ByToken(string jql, IReadOnlyList<string> fields, int limit, CancellationToken cancellation)
    {
        var found = new List<JsonElement>();
        var token = "";
        do
        {
            var body = Query(jql, fields, limit - found.Count);
            if (token.Length > 0)
            {
                body["nextPageToken"] = token;
            }

            var page = await Page("rest/api/3/search/jql", body, cancellation);
            found.AddRange(page.Items("issues"));
            var next = page.Text("nextPageToken");
            // The same token again would go round for ever.
            token = next == token ? "" : next;
        }
        while (token.Length > 0 && found.Count < limit);

        return new([.. found.Take(limit)], IsComplete: token.Length == 0 && found.Count <= limit);
    }

    private async Task<JiraFound> ByPosition(string jql, IReadOnlyList<string> fields, int limit, CancellationToken cancellation)
    {
        var found = new List<JsonElement>();
        while (true)
        {
            var body = Query(jql, fields, limit - found.Count);
            body["startAt"] = found.Count;
            var page = await Page("rest/api/2/search", body, cancellation);
            var issues = page.Items("issues").ToList();
            found.AddRange(issues);
            var isAll = issues.Count == 0 || found.Count >= JiraShapes.Number(page, "total", 0);
            if (isAll || found.Count >= limit)
            {
                return new([.. found.Take(limit)], IsComplete: isAll && found.Count <= limit);
            }
        }
    }

    private Task<JsonElement> Page(string route, JsonObject body, CancellationToken cancellation) =>
        transport.Send(new(HttpMethod.Post, route, "searching") { Body = body, IsHarmlessTwice = true }, cancellation);

    private static JsonObject Query(string jql, IReadOnlyList<string> fields, int remaining) => new()
    {
        ["jql"] = jql,
        ["maxResults"] = Math.Clamp(remaining, 1, PageSize),
        ["fields"] = new JsonArray([.. fields.Select(f => JsonValue.Create(f))]),
    };
}
