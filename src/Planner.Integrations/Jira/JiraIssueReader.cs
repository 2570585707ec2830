using System.Text.Json;
using Planner.Core.Tickets;

namespace Planner.Integrations.Jira;

/// <summary>
/// A Jira issue as JSON, as REST v2 (wiki markup), REST v3 (ADF) and webhooks give it, as a <see cref="Ticket"/>.
/// Fields that are absent, null or of another shape than Jira's are left empty; only the key must be right.
/// </summary>
public static class JiraIssueReader
{
    private const int MaxLinks = 500;

    /// <summary>Reads an issue; a body that holds it under <c>issue</c> or as the only one of <c>issues</c> is fine.</summary>
    /// <param name="body">The JSON.</param>
    /// <param name="children">Issues below it, for an epic; its own sub-tasks come first.</param>
    /// <exception cref="TicketUnreadableException">It is no issue or has no valid key.</exception>
    public static Ticket Read(JsonElement body, IEnumerable<JsonElement>? children = null)
    {
        try
        {
            return ReadIssue(body, children ?? []);
        }
        catch (InvalidOperationException)
        {
            // The only cause left: escapes like \ud800 that stand for half a character.
            throw new TicketUnreadableException("This JSON holds text that is no valid Unicode: save the issue again as UTF-8.");
        }
    }

    private static Ticket ReadIssue(JsonElement body, IEnumerable<JsonElement> children)
    {
        var issue = Issue(body);
        var fields = issue.Object("fields") ?? issue;
        return new Ticket
        {
            Key = Key(issue),
            Summary = TicketText.Line(fields.Text("summary")),
            Description = JiraDescription.Read(issue, fields),
            Type = Name(fields, "issuetype") is { Length: > 0 } type ? type : "Task",
            Status = Name(fields, "status"),
            IsDone = IsDone(fields),
            Priority = NullIfEmpty(Name(fields, "priority")),
            Labels = [.. fields.Items("labels")
                .Where(l => l.ValueKind == JsonValueKind.String)
                .Select(l => TicketText.Line(l.GetString()))
                .Where(l => l.Length > 0)
                .Take(MaxLinks)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)],
            Components = [.. fields.Items("components").Select(c => TicketText.Line(c.Text("name"))).Where(c => c.Length > 0).Take(MaxLinks)],
            Reporter = Person(fields, "reporter"),
            Assignee = Person(fields, "assignee"),
            Url = JiraAddress.Browse(issue.Text("self"), Key(issue)),
            Parent = Parent(issue, fields),
            Children = [.. fields.Items("subtasks")
                .Concat(Listed(issue, fields))
                .Concat(children)
                .Select(c => Other(c, "child"))
                .OfType<TicketLink>()
                .DistinctBy(c => c.Key, StringComparer.Ordinal)
                .Take(MaxLinks)],
            Links = [.. fields.Items("issuelinks").Select(Link).OfType<TicketLink>().Distinct().Take(MaxLinks)],
        };
    }

    /// <summary>The issue in a body that holds it under another name or by itself.</summary>
    internal static JsonElement Issue(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new TicketUnreadableException("This JSON is no Jira issue: it must be an object with `key` and `fields`.");
        }

        if (body.Text("key").Length > 0)
        {
            return body;
        }

        if (body.Object("issue") is { } issue)
        {
            return issue;
        }

        var issues = body.Items("issues").Take(2).ToList();
        return issues.Count switch
        {
            0 => body,
            1 => issues[0],
            _ => throw new TicketUnreadableException("This JSON holds several Jira issues: keep the one that is to be planned."),
        };
    }

    private static string Key(JsonElement issue)
    {
        var key = issue.Text("key");
        if (key.Length == 0)
        {
            throw new TicketUnreadableException("This JSON has no `key`: save the whole issue, as GET /rest/api/2/issue/SHOP-101 returns it.");
        }

        return TicketKey.IsValid(key) ? key : throw new TicketUnreadableException(TicketKeys.Bad(key));
    }

    private static TicketLink? Parent(JsonElement issue, JsonElement fields)
    {
        if (fields.Object("parent") is { } parent)
        {
            return Other(parent, Name(parent.Object("fields") ?? parent, "issuetype") == "Epic" ? "epic" : "parent");
        }

        var epic = JiraDescription.FieldsNamed(issue, fields, "epic link")
            .Select(f => f.ValueKind == JsonValueKind.String ? f.GetString() : null)
            .FirstOrDefault();
        return TicketKey.IsValid(epic) ? new TicketLink(epic!, "epic", "") : null;
    }

    private static TicketLink? Link(JsonElement link)
    {
        var type = link.Object("type") ?? link;
        return link.Object("outwardIssue") is { } outward ? Other(outward, type.Text("outward"))
            : link.Object("inwardIssue") is { } inward ? Other(inward, type.Text("inward"))
            : null;
    }

    /// <summary>Exports and bodies made by hand list the stories of an epic under <c>children</c>, whole or as keys.</summary>
    private static IEnumerable<JsonElement> Listed(JsonElement issue, JsonElement fields) =>
        fields.Items("children").Concat(issue.Items("children"));

    private static bool IsDone(JsonElement fields) => fields.Object("status")?.Object("statusCategory")?.Text("key") is { Length: > 0 } category
        ? category == "done"
        : DoneStatus.Is(Name(fields, "status"));

    private static TicketLink? Other(JsonElement issue, string relation)
    {
        if (issue.ValueKind == JsonValueKind.String)
        {
            return TicketKey.IsValid(issue.GetString()) ? new TicketLink(issue.GetString()!, relation, "") : null;
        }

        var fields = issue.Object("fields") ?? issue;
        var said = TicketText.Line(relation);
        return TicketKey.IsValid(issue.Text("key"))
            ? new TicketLink(issue.Text("key"), said.Length == 0 ? "relates to" : said, TicketText.Line(fields.Text("summary")), Name(fields, "status"))
            {
                IsDone = IsDone(fields),
            }
            : null;
    }

    private static string Name(JsonElement fields, string field) =>
        TicketText.Line(fields.Object(field)?.Text("name") ?? fields.Text(field));

    private static string? Person(JsonElement fields, string field) => fields.Object(field) is { } person
        ? NullIfEmpty(TicketText.Line(person.Text("displayName") is { Length: > 0 } name ? name : person.Text("name")))
        : NullIfEmpty(TicketText.Line(fields.Text(field)));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
