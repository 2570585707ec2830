using System.Text.Json;
using System.Text.Json.Nodes;

namespace Planner.Integrations.Jira.Rest;

/// <summary>Comments of issues, and the properties that mark them invisibly.</summary>
public sealed class JiraComments
{
    private const int PageSize = 100;
    private const int MaxComments = 5_000;
    private readonly JiraTransport transport;
    private readonly JiraSite site;
    private readonly string? role;

    internal JiraComments(JiraTransport transport, JiraSite site, string? role) => (this.transport, this.site, this.role) = (transport, site, role);

    /// <summary>All comments, oldest first, at most 5,000, which is as many as an issue holds.</summary>
    public async Task<IReadOnlyList<JiraComment>> List(string key, CancellationToken cancellation)
    {
        var all = new List<JiraComment>();
        while (all.Count < MaxComments)
        {
            var page = await transport.Send(
                new(
                    HttpMethod.Get,
                    $"{await Path(key, cancellation)}?startAt={JiraShapes.Text(all.Count)}&maxResults={JiraShapes.Text(PageSize)}&orderBy=created",
                    $"reading the comments of {key}")
                { Subject = JiraSubject.Ticket },
                cancellation);
            var comments = page.Items("comments").Select(JiraShapes.Comment).Where(c => c.Id.Length > 0).ToList();
            all.AddRange(comments);
            if (comments.Count == 0 || all.Count >= JiraShapes.Number(page, "total", 0))
            {
                break;
            }
        }

        return all;
    }

    /// <summary>One comment.</summary>
    /// <exception cref="JiraNotFoundException">Somebody deleted it, or it is not visible.</exception>
    public async Task<JiraComment> Get(string key, string id, CancellationToken cancellation) => JiraShapes.Comment(
        await transport.Send(
            new(HttpMethod.Get, $"{await Path(key, cancellation)}/{JiraCall.Part(id)}", $"reading a comment of {key}") { Subject = JiraSubject.Comment },
            cancellation));

    /// <summary>
    /// Writes a comment and its marks in one call. Never sent twice by itself: where the exception says that it may have taken
    /// effect, look for the mark before writing again.
    /// </summary>
    /// <param name="key">The issue.</param>
    /// <param name="body">ADF on Cloud, wiki markup as a string on Data Center.</param>
    /// <param name="properties">By key.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    public async Task<JiraComment> Create(string key, JsonNode body, IReadOnlyDictionary<string, JsonNode> properties, CancellationToken cancellation) =>
        JiraShapes.Comment(
        await transport.Send(
            new(HttpMethod.Post, await Path(key, cancellation), $"commenting on {key}")
            {
                Body = Shape(body, properties),
                Subject = JiraSubject.Ticket,
                WritesTo = key,
            },
            cancellation));

    /// <summary>Replaces the text of a comment; nobody is notified.</summary>
    /// <exception cref="JiraNotFoundException">Somebody deleted it.</exception>
    public async Task Update(string key, string id, JsonNode body, CancellationToken cancellation) => await transport.Send(
        new(HttpMethod.Put, $"{await Path(key, cancellation)}/{JiraCall.Part(id)}?notifyUsers=false", $"updating a comment of {key}")
        {
            Body = Shape(body, new Dictionary<string, JsonNode>(StringComparer.Ordinal)),
            Subject = JiraSubject.Comment,
            WritesTo = key,
        },
        cancellation);

    /// <summary>Deletes a comment; one that is gone is fine.</summary>
    public async Task Delete(string key, string id, CancellationToken cancellation)
    {
        try
        {
            await transport.Send(
                new(
                    HttpMethod.Delete,
                    $"{await Path(key, cancellation)}/{JiraCall.Part(id)}",
                    $"deleting a comment of {key}")
                { Subject = JiraSubject.Comment, WritesTo = key },
                cancellation);
        }
        catch (JiraNotFoundException)
        {
            // Gone is what was wanted.
            return;
        }
    }

    /// <summary>The value of a comment's property; null where it has none, or is gone.</summary>
    public async Task<JsonElement?> Property(string id, string property, CancellationToken cancellation)
    {
        try
        {
            var said = await transport.Send(
                new(
                    HttpMethod.Get,
                    $"{await site.Api(cancellation)}/comment/{JiraCall.Part(id)}/properties/{JiraCall.Part(property)}",
                    "reading the mark of a comment")
                { Subject = JiraSubject.Comment },
                cancellation);
            return said.Member("value");
        }
        catch (JiraNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Keys of a comment's properties; none where it is gone.</summary>
    public async Task<IReadOnlyList<string>> Properties(string id, CancellationToken cancellation)
    {
        try
        {
            var said = await transport.Send(
                new(
                    HttpMethod.Get,
                    $"{await site.Api(cancellation)}/comment/{JiraCall.Part(id)}/properties",
                    "reading the marks of a comment")
                { Subject = JiraSubject.Comment },
                cancellation);
            return [.. said.Items("keys").Select(k => k.Text("key"))];
        }
        catch (JiraNotFoundException)
        {
            return [];
        }
    }

    /// <summary>Sets a property of a comment.</summary>
    public async Task SetProperty(string key, string id, string property, JsonNode value, CancellationToken cancellation) => await transport.Send(
        new(HttpMethod.Put, $"{await site.Api(cancellation)}/comment/{JiraCall.Part(id)}/properties/{JiraCall.Part(property)}", $"marking a comment of {key}")
        {
            Body = value.DeepClone(),
            Subject = JiraSubject.Comment,
            WritesTo = key,
        },
        cancellation);

    /// <summary>Comments that this account wrote and marked with a property, with its value, oldest first.</summary>
    public async Task<IReadOnlyList<(JiraComment Comment, JsonElement Value)>> Marked(string key, string property, CancellationToken cancellation)
    {
        var me = await site.Myself(cancellation);
        var mine = (await List(key, cancellation)).Where(c => c.Author?.Id == me.Id).ToList();
        var values = (await site.Server(cancellation)).Deployment == JiraDeployment.Cloud
            ? await InBulk(key, mine, property, cancellation)
            : await OneByOne(mine, property, cancellation);
        return [.. mine.Where(c => values.ContainsKey(c.Id)).Select(c => (c, values[c.Id]))];
    }

    private async Task<Dictionary<string, JsonElement>> InBulk(string key, List<JiraComment> mine, string property, CancellationToken cancellation)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var ids in mine.Select(c => c.Id).Where(i => long.TryParse(i, out _)).Chunk(PageSize))
        {
            var page = await transport.Send(
                new(HttpMethod.Post, $"{await site.Api(cancellation)}/comment/list?expand=properties", $"reading the marks of comments of {key}")
                {
                    Body = new JsonObject { ["ids"] = new JsonArray([.. ids.Select(i => JsonValue.Create(long.Parse(i)))]) },
                    IsHarmlessTwice = true,
                },
                cancellation);
            foreach (var comment in page.Items("values"))
            {
                foreach (var mark in comment.Items("properties").Where(p => p.Text("key") == property))
                {
                    values[JiraShapes.Id(comment)] = mark.Member("value") ?? default;
                }
            }
        }

        return values;
    }

    private async Task<Dictionary<string, JsonElement>> OneByOne(List<JiraComment> mine, string property, CancellationToken cancellation)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var comment in mine)
        {
            if (await Property(comment.Id, property, cancellation) is { } value)
            {
                values[comment.Id] = value;
            }
        }

        return values;
    }

    /// <summary>Who may read it is said again at every change: a change without it would show the comment to everybody.</summary>
    private JsonObject Shape(JsonNode body, IReadOnlyDictionary<string, JsonNode> properties)
    {
        var shape = new JsonObject { ["body"] = body.DeepClone() };
        if (role is { Length: > 0 })
        {
            shape["visibility"] = new JsonObject { ["type"] = "role", ["value"] = role };
        }

        if (properties.Count > 0)
        {
            shape["properties"] = new JsonArray([.. properties
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => new JsonObject { ["key"] = p.Key, ["value"] = p.Value.DeepClone() })]);
        }

        return shape;
    }

    private async Task<string> Path(string key, CancellationToken cancellation) => $"{await site.Api(cancellation)}/issue/{JiraCall.Part(key)}/comment";
}
