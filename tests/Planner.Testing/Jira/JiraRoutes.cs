using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Planner.Testing.Jira;

/// <summary>The part of Jira's interface that is used, at the routes of the product.</summary>
internal sealed partial class JiraRoutes(InProcessJira jira)
{
    private readonly string api = jira.IsCloud ? "/rest/api/3" : "/rest/api/2";

    public void Map(WebApplication app)
    {
        app.MapGet("/rest/api/2/serverInfo", c => JiraAnswers.Json(c, jira.IsCloud
            ? new JsonObject { ["baseUrl"] = jira.Url, ["deploymentType"] = "Cloud", ["version"] = "1001.0.0-SNAPSHOT" }
            : new JsonObject { ["baseUrl"] = jira.Url, ["deploymentType"] = "Server", ["version"] = "9.12.0" }));
        app.MapGet($"{api}/myself", c => JiraAnswers.Json(c, JiraPages.Person(jira, InProcessJira.Bot)));
        app.MapGet($"{api}/issue/{{key}}", c => With(c, t => JiraAnswers.Json(c, JiraPages.Issue(jira, t))));
        app.MapGet(
            $"{api}/issue/{{key}}/transitions",
            c => With(
                c,
                _ => JiraAnswers.Json(
                    c,
                    new JsonObject
                    {
                        ["transitions"] =
                        new JsonArray(new JsonObject { ["id"] = "31", ["name"] = "Plan", ["to"] = new JsonObject { ["id"] = "3", ["name"] = "Planned" } })
                    })));
        app.MapPost($"{api}/issue/{{key}}/transitions", c => With(c, t => Transit(c, t)));
        app.MapPut($"{api}/issue/{{key}}", c => With(c, t => Label(c, t)));
        app.MapGet(
            $"{api}/issue/{{key}}/remotelink",
            c => With(
                c,
                t => JiraAnswers.Write(
                    c,
                    200,
                    new JsonArray([.. t.RemoteLinks
                        .OrderBy(l => l.Key, StringComparer.Ordinal)
                        .Select(l => new JsonObject { ["object"] = l.Value.DeepClone() })]).ToJsonString())));
        app.MapGet("/wiki/api/v2/pages/{id}", Page);
        app.MapPost($"{api}/issue/{{key}}/remotelink", c => With(c, t => Link(c, t)));
        app.MapGet("/rest/api/3/attachment/content/{id}", c => Attachment(c, Route(c, "id")));
        app.MapGet("/secure/attachment/{id}/{name}", c => Attachment(c, Route(c, "id")));
        app.MapPost("/rest/api/3/search/jql", c => Search(c));
        app.MapPost("/rest/api/3/search", c => JiraAnswers.Error(c, 410, "The requested API has been removed."));
        app.MapPost("/rest/api/2/search", c => jira.IsCloud ? JiraAnswers.Error(c, 410, "The requested API has been removed.") : Search(c));
        new JiraCommentRoutes(jira).Map(app, api);
        new JiraRoleRoutes(jira).Map(app, api);
    }

    internal static string Route(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    internal static async Task<JsonObject> Body(HttpContext context) => (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();

    private Task With(HttpContext context, Func<JiraTicket, Task> serve) =>
        jira.World.Find(Route(context, "key")) is { } ticket ? serve(ticket) : JiraAnswers.Missing(context);

    private static async Task Transit(HttpContext context, JiraTicket ticket)
    {
        var body = await Body(context);
        if ((string?)body["transition"]?["id"] != "31")
        {
            await JiraAnswers.Error(context, 400, "It seems that you have tried to perform a workflow operation that is not valid.");
            return;
        }

        ticket.Fields["status"] = new JsonObject { ["id"] = "3", ["name"] = "Planned" };
        await JiraAnswers.Nothing(context);
    }

    private static async Task Label(HttpContext context, JiraTicket ticket)
    {
        var label = (string?)(await Body(context))["update"]?["labels"]?[0]?["add"];
        var labels = ticket.Fields["labels"] as JsonArray ?? [];
        ticket.Fields["labels"] = new JsonArray([.. labels.Select(l => (string?)l).Append(label).Distinct().Select(l => JsonValue.Create(l))]);
        await JiraAnswers.Nothing(context);
    }

    private static async Task Link(HttpContext context, JiraTicket ticket)
    {
        var body = await Body(context);
        ticket.RemoteLinks[(string)body["globalId"]!] = body["object"]!.DeepClone();
        await JiraAnswers.Json(context, new JsonObject { ["id"] = 1 }, 201);
    }

    private Task Page(HttpContext context) => jira.World.Pages.TryGetValue(Route(context, "id"), out var page)
        ? JiraAnswers.Json(context, new JsonObject
        {
            ["id"] = Route(context, "id"),
            ["title"] = page.Title,
            ["body"] = new JsonObject { ["atlas_doc_format"] = new JsonObject { ["value"] = page.Adf, ["representation"] = "atlas_doc_format" } },
        })
        : JiraAnswers.Error(context, 404, "Page not found");

    private Task Attachment(HttpContext context, string id) => jira.World.Attachments.TryGetValue(id, out var bytes)
        ? context.Response.Body.WriteAsync(bytes).AsTask()
        : JiraAnswers.Missing(context);

    /// <summary>Of JQL it knows parents, which is all that is asked.</summary>
    private async Task Search(HttpContext context)
    {
        var body = await Body(context);
        var parents = Quoted().Matches((string)body["jql"]!).Select(m => m.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);
        var found = jira.World.Tickets.Values.Distinct()
            .Where(t => parents.Contains((string?)t.Fields["parent"]?["key"] ?? ""))
            .OrderBy(t => t.Key, StringComparer.Ordinal)
            .ToList();
        var from = jira.IsCloud ? int.Parse((string?)body["nextPageToken"] ?? "0") : (int?)body["startAt"] ?? 0;
        var size = (int?)body["maxResults"] ?? 50;
        var page = new JsonObject { ["issues"] = new JsonArray([.. found.Skip(from).Take(size).Select(t => JiraPages.Issue(jira, t))]) };
        if (!jira.IsCloud)
        {
            page["total"] = found.Count;
        }
        else if (from + size < found.Count)
        {
            page["nextPageToken"] = (from + size).ToString();
        }

        await JiraAnswers.Json(context, page);
    }

    [GeneratedRegex("= \"(?<key>[^\"]+)\"")]
    private static partial Regex Quoted();
}
