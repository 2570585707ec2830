using System.Text.Json;
using System.Text.Json.Nodes;

namespace Planner.Integrations.Jira.Rest;

/// <summary>Issues: reading one, and what is done to it beside comments.</summary>
public sealed class JiraIssues
{
    private readonly JiraTransport transport;
    private readonly JiraSite site;

    internal JiraIssues(JiraTransport transport, JiraSite site) => (this.transport, this.site) = (transport, site);

    /// <summary>An issue as Jira writes it, found by its key, an old key of before it was moved, or its id.</summary>
    /// <param name="key">Key or id.</param>
    /// <param name="fields">Like <c>summary</c> or <c>*all</c>; <c>-comment</c> leaves one out.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    /// <param name="properties">Keys of entity properties to read along.</param>
    /// <exception cref="JiraNotFoundException">It is not there or not visible.</exception>
    public async Task<JsonElement> Get(string key, IReadOnlyList<string> fields, CancellationToken cancellation, params IReadOnlyList<string> properties)
    {
        var query = $"fields={JiraCall.Part(string.Join(',', fields))}&expand=names"
            + (properties.Count == 0 ? "" : $"&properties={JiraCall.Part(string.Join(',', properties))}");
        return await transport.Send(
            new(HttpMethod.Get, $"{await Path(key, cancellation)}?{query}", $"reading {key}") { Subject = JiraSubject.Ticket },
            cancellation);
    }

    /// <summary>What can be done to the status now; empty where the account may do nothing.</summary>
    public async Task<IReadOnlyList<JiraTransition>> Transitions(string key, CancellationToken cancellation)
    {
        var said = await transport.Send(
            new(HttpMethod.Get, $"{await Path(key, cancellation)}/transitions", $"reading the transitions of {key}") { Subject = JiraSubject.Ticket },
            cancellation);
        return [.. said.Items("transitions").Select(JiraShapes.Transition).Where(t => t.Id.Length > 0)];
    }

    /// <summary>Moves the issue. Not safe to repeat blindly: look at its status first.</summary>
    public async Task Transit(string key, JiraTransition transition, CancellationToken cancellation) => await transport.Send(
        new(HttpMethod.Post, $"{await Path(key, cancellation)}/transitions", $"moving {key} by \"{transition.Name}\"")
        {
            Body = new JsonObject { ["transition"] = new JsonObject { ["id"] = transition.Id } },
            Subject = JiraSubject.Ticket,
            WritesTo = key,
        },
        cancellation);

    /// <summary>Adds a label; one that is there stays.</summary>
    public async Task AddLabel(string key, string label, CancellationToken cancellation) => await transport.Send(
        new(HttpMethod.Put, $"{await Path(key, cancellation)}?notifyUsers=false", $"labelling {key}")
        {
            Body = new JsonObject { ["update"] = new JsonObject { ["labels"] = new JsonArray(new JsonObject { ["add"] = label }) } },
            Subject = JiraSubject.Ticket,
            WritesTo = key,
        },
        cancellation);

    /// <summary>Links the issue to something elsewhere; the same <see cref="JiraRemoteLink.GlobalId"/> again replaces the link.</summary>
    public async Task Link(string key, JiraRemoteLink link, CancellationToken cancellation) => await transport.Send(
        new(HttpMethod.Post, $"{await Path(key, cancellation)}/remotelink", $"linking {key} to its plan")
        {
            Body = new JsonObject
            {
                ["globalId"] = link.GlobalId,
                ["application"] = new JsonObject { ["type"] = "planner", ["name"] = "Planner" },
                ["relationship"] = "is planned by",
                ["object"] = new JsonObject { ["url"] = link.Url.AbsoluteUri, ["title"] = link.Title, ["summary"] = link.Summary },
            },
            Subject = JiraSubject.Ticket,
            WritesTo = key,
            IsHarmlessTwice = true,
        },
        cancellation);

    /// <summary>Addresses elsewhere that the issue is linked to, as Jira lists them.</summary>
    public async Task<IReadOnlyList<string>> Links(string key, CancellationToken cancellation)
    {
        var said = await transport.Send(
            new(HttpMethod.Get, $"{await Path(key, cancellation)}/remotelink", $"reading the links of {key}") { Subject = JiraSubject.Ticket },
            cancellation);
        return said.ValueKind == JsonValueKind.Array
            ? [.. said.EnumerateArray().Select(l => l.Object("object")?.Text("url") ?? "").Where(u => u.Length > 0)]
            : [];
    }

    private async Task<string> Path(string key, CancellationToken cancellation) => $"{await site.Api(cancellation)}/issue/{JiraCall.Part(key)}";
}
