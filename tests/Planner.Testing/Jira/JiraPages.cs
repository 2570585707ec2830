using System.Text.Json.Nodes;

namespace Planner.Testing.Jira;

/// <summary>JSON of people, issues and comments.</summary>
internal static class JiraPages
{
    public static JsonObject Person(InProcessJira jira, string id) => jira.IsCloud
        ? new() { ["accountId"] = id, ["accountType"] = id == InProcessJira.Bot ? "app" : "atlassian", ["displayName"] = $"User {id}" }
        : new() { ["key"] = id, ["name"] = id, ["displayName"] = $"User {id}" };

    public static JsonObject Issue(InProcessJira jira, JiraTicket ticket)
    {
        lock (jira.World.Gate)
        {
            return new()
            {
                ["id"] = ticket.Id,
                ["key"] = ticket.Key,
                ["self"] = $"{jira.Url}/rest/api/{(jira.IsCloud ? 3 : 2)}/issue/{ticket.Id}",
                ["fields"] = ticket.Fields.DeepClone(),
                ["names"] = jira.World.FieldNames.DeepClone(),
            };
        }
    }

    public static JsonObject Note(InProcessJira jira, JiraNote note, bool withProperties)
    {
        var said = new JsonObject
        {
            ["id"] = note.Id,
            ["author"] = Person(jira, note.Author),
            ["body"] = note.Body.DeepClone(),
            ["created"] = note.Created,
            ["updated"] = note.Created,
        };
        if (withProperties)
        {
            said["properties"] = new JsonArray([.. note.Properties.Select(p => new JsonObject { ["key"] = p.Key, ["value"] = p.Value.DeepClone() })]);
        }

        return said;
    }
}
