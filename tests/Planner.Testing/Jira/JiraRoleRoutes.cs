using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Planner.Testing.Jira;

/// <summary>Roles, groups and users. On Data Center an account is a key, and roles name people by <c>name-of-KEY</c>.</summary>
internal sealed class JiraRoleRoutes(InProcessJira jira)
{
    public void Map(WebApplication app, string api)
    {
        app.MapGet($"{api}/project/{{project}}/role", c => JiraAnswers.Json(
            c,
            new JsonObject(Names.Select((n, i) => KeyValuePair.Create<string, JsonNode?>(n, $"{jira.Url}{api}/project/X/role/{10_000 + i}")))));
        app.MapGet($"{api}/project/{{project}}/role/{{id}}", Role);
        app.MapGet($"{api}/group/member", Members);
        app.MapGet($"{api}/user", c => Account(c.Request.Query) is { } account
            ? JiraAnswers.Json(c, Person(account))
            : JiraAnswers.Error(c, 404, "Specified user does not exist or you do not have required permissions"));
    }

    /// <summary>Cloud knows people by account id, Data Center by key or name; nobody is nobody.</summary>
    private string? Account(IQueryCollection query)
    {
        var named = query["username"].ToString();
        var account = jira.IsCloud
            ? query["accountId"].ToString()
            : named.StartsWith("name-of-", StringComparison.Ordinal) ? named[8..] : query["key"].ToString();
        return account is "" or "nobody" ? null : account;
    }

    private List<string> Names => [.. jira.World.Roles.Keys.Order(StringComparer.Ordinal)];

    private Task Role(HttpContext context)
    {
        var name = Names[int.Parse(JiraRoutes.Route(context, "id")) - 10_000];
        return JiraAnswers.Json(context, new JsonObject { ["name"] = name, ["actors"] = new JsonArray([.. jira.World.Roles[name].Select(Actor)]) });
    }

    private JsonObject Actor(string holder) => holder.StartsWith("group:", StringComparison.Ordinal)
        ? new() { ["type"] = "atlassian-group-role-actor", ["name"] = holder[6..], ["displayName"] = holder[6..] }
        : jira.IsCloud
            ? new() { ["type"] = "atlassian-user-role-actor", ["actorUser"] = new JsonObject { ["accountId"] = holder } }
            : new() { ["type"] = "atlassian-user-role-actor", ["name"] = $"name-of-{holder}" };

    private Task Members(HttpContext context)
    {
        var members = jira.World.Groups.GetValueOrDefault(context.Request.Query["groupname"].ToString()) ?? [];
        var from = int.Parse(context.Request.Query["startAt"].FirstOrDefault() ?? "0");
        return JiraAnswers.Json(
            context,
            new JsonObject { ["total"] = members.Count, ["values"] = new JsonArray([.. members.Skip(from).Take(50).Select(Person)]) });
    }

    private JsonObject Person(string id) =>
        jira.IsCloud ? JiraPages.Person(jira, id) : new() { ["key"] = id, ["name"] = $"name-of-{id}", ["displayName"] = id };
}
