using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Planner.Testing.Jira;

/// <summary>What an in-process Jira holds. Tests look into it and change it as people do.</summary>
public sealed class JiraWorld(TimeProvider time)
{
    private int lastComment = 10_000;

    /// <summary>Held while a request is served; tests that change things while requests run take it, too.</summary>
    public Lock Gate { get; } = new();

    /// <summary>By key; moved issues stay under their old keys as well.</summary>
    public ConcurrentDictionary<string, JiraTicket> Tickets { get; } = new(StringComparer.Ordinal);

    /// <summary>Contents of attachments by id.</summary>
    public ConcurrentDictionary<string, byte[]> Attachments { get; } = new(StringComparer.Ordinal);

    /// <summary>Pages of the wiki by id: title, and ADF as a string.</summary>
    public ConcurrentDictionary<string, (string Title, string Adf)> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of fields that differ from their ids.</summary>
    public JsonObject FieldNames { get; } = [];

    /// <summary>Who holds which role in every project: accounts, and groups as <c>group:NAME</c>.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<string>> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>Members of groups.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<string>> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a ticket with a summary and a description in the product's markup.</summary>
    public JiraTicket Add(string key, string summary, JsonNode? description = null, string type = "Story", string status = "Ready for planning")
    {
        var ticket = new JiraTicket { Id = (20_000 + Tickets.Count).ToString(CultureInfo.InvariantCulture), Key = key };
        ticket.Fields["summary"] = summary;
        ticket.Fields["description"] = description;
        ticket.Fields["issuetype"] = new JsonObject { ["name"] = type };
        ticket.Fields["status"] = new JsonObject { ["name"] = status, ["id"] = "10001" };
        Tickets[key] = ticket;
        return ticket;
    }

    /// <summary>Gives a ticket another key; the old one still finds it.</summary>
    public void Move(string key, string newKey)
    {
        var ticket = Tickets[key];
        ticket.Key = newKey;
        Tickets[newKey] = ticket;
    }

    /// <summary>Deletes a ticket under all its keys.</summary>
    public void Delete(string key)
    {
        if (!Tickets.TryGetValue(key, out var ticket))
        {
            return;
        }

        foreach (var (name, _) in Tickets.Where(t => t.Value == ticket))
        {
            Tickets.TryRemove(name, out _);
        }
    }

    /// <summary>Writes a comment as a person.</summary>
    public JiraNote Comment(string key, JsonNode body, string author)
    {
        var note = new JiraNote
        {
            Id = Interlocked.Increment(ref lastComment).ToString(CultureInfo.InvariantCulture),
            Author = author,
            Body = body,
            Created = Now(),
        };
        lock (Gate)
        {
            Tickets[key].Comments.Add(note);
        }

        return note;
    }

    /// <summary>Deletes a comment as a person does.</summary>
    public void DeleteComment(string key, string id)
    {
        lock (Gate)
        {
            Tickets[key].Comments.RemoveAll(c => c.Id == id);
        }
    }

    /// <summary>A ticket by its key, an old key or its id.</summary>
    internal JiraTicket? Find(string name) => Tickets.TryGetValue(name, out var ticket) ? ticket : Tickets.Values.FirstOrDefault(t => t.Id == name);

    internal string Now() => time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture) + "+0000";
}

/// <summary>An issue.</summary>
public sealed class JiraTicket
{
    /// <summary>Numeric.</summary>
    public required string Id { get; init; }

    /// <summary>Changes when it is moved.</summary>
    public required string Key { get; set; }

    /// <summary>As REST gives them.</summary>
    public JsonObject Fields { get; } = [];

    /// <summary>Oldest first.</summary>
    public List<JiraNote> Comments { get; } = [];

    /// <summary>By global id.</summary>
    public ConcurrentDictionary<string, JsonNode> RemoteLinks { get; } = new(StringComparer.Ordinal);
}

/// <summary>A comment.</summary>
public sealed class JiraNote
{
    /// <summary>Numeric.</summary>
    public required string Id { get; init; }

    /// <summary>Account id or user key.</summary>
    public required string Author { get; init; }

    /// <summary>ADF or a string.</summary>
    public required JsonNode Body { get; set; }

    /// <summary>As Jira writes it.</summary>
    public required string Created { get; init; }

    /// <summary>Who may read it, or null.</summary>
    public JsonNode? Visibility { get; set; }

    /// <summary>How often it was changed.</summary>
    public int Updates { get; set; }

    /// <summary>By key.</summary>
    public ConcurrentDictionary<string, JsonNode> Properties { get; } = new(StringComparer.Ordinal);
}
