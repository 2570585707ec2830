using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Planner.Testing.Jira;

/// <summary>Comments and their properties. A body of the wrong kind or over the limit is refused, as Jira does.</summary>
internal sealed class JiraCommentRoutes(InProcessJira jira)
{
    private const int MaxLength = 32_767;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Map(WebApplication app, string api)
    {
        app.MapGet($"{api}/issue/{{key}}/comment", c => With(c, t => List(c, t)));
        app.MapPost($"{api}/issue/{{key}}/comment", c => With(c, t => Create(c, t)));
        app.MapGet($"{api}/issue/{{key}}/comment/{{id}}", c => WithNote(c, (_, n) => JiraAnswers.Json(c, JiraPages.Note(jira, n, withProperties: false))));
        app.MapPut($"{api}/issue/{{key}}/comment/{{id}}", c => WithNote(c, (_, n) => Update(c, n)));
        app.MapDelete($"{api}/issue/{{key}}/comment/{{id}}", c => WithNote(c, (t, n) => Delete(c, t, n)));
        app.MapGet($"{api}/comment/{{id}}/properties", Properties);
        app.MapGet($"{api}/comment/{{id}}/properties/{{name}}", Property);
        app.MapPut($"{api}/comment/{{id}}/properties/{{name}}", SetProperty);
        if (jira.IsCloud)
        {
            app.MapPost($"{api}/comment/list", Bulk);
        }
    }

    private Task With(HttpContext context, Func<JiraTicket, Task> serve) =>
        jira.World.Find(JiraRoutes.Route(context, "key")) is { } ticket ? serve(ticket) : JiraAnswers.Missing(context);

    private Task WithNote(HttpContext context, Func<JiraTicket, JiraNote, Task> serve) => With(context, ticket =>
        Notes(ticket).Find(n => n.Id == JiraRoutes.Route(context, "id")) is { } note
            ? serve(ticket, note)
            : JiraAnswers.Error(context, 404, "Can not find a comment for the id."));

    private List<JiraNote> Notes(JiraTicket ticket)
    {
        lock (jira.World.Gate)
        {
            return [.. ticket.Comments];
        }
    }

    private Task List(HttpContext context, JiraTicket ticket)
    {
        var from = int.Parse(context.Request.Query["startAt"].FirstOrDefault() ?? "0");
        var size = Math.Min(100, int.Parse(context.Request.Query["maxResults"].FirstOrDefault() ?? "50"));
        var notes = Notes(ticket);
        return JiraAnswers.Json(context, new JsonObject
        {
            ["startAt"] = from,
            ["total"] = notes.Count,
            ["comments"] = new JsonArray([.. notes.Skip(from).Take(size).Select(n => JiraPages.Note(jira, n, withProperties: false))]),
        });
    }

    private async Task Create(HttpContext context, JiraTicket ticket)
    {
        var body = await JiraRoutes.Body(context);
        if (Wrong(body["body"]) is { } wrong)
        {
            await JiraAnswers.Error(context, 400, wrong);
            return;
        }

        var note = jira.World.Comment(ticket.Key, body["body"]!.DeepClone(), InProcessJira.Bot);
        note.Visibility = body["visibility"]?.DeepClone();
        foreach (var property in body["properties"]?.AsArray() ?? [])
        {
            note.Properties[(string)property!["key"]!] = property["value"]!.DeepClone();
        }

        await JiraAnswers.Json(context, JiraPages.Note(jira, note, withProperties: false), 201);
    }

    private async Task Update(HttpContext context, JiraNote note)
    {
        var body = await JiraRoutes.Body(context);
        if (Wrong(body["body"]) is { } wrong)
        {
            await JiraAnswers.Error(context, 400, wrong);
            return;
        }

        lock (jira.World.Gate)
        {
            note.Body = body["body"]!.DeepClone();
            note.Visibility = body["visibility"]?.DeepClone();
            note.Updates++;
        }

        await JiraAnswers.Json(context, JiraPages.Note(jira, note, withProperties: false));
    }

    private Task Delete(HttpContext context, JiraTicket ticket, JiraNote note)
    {
        lock (jira.World.Gate)
        {
            ticket.Comments.Remove(note);
        }

        return JiraAnswers.Nothing(context);
    }

    private Task Properties(HttpContext context) => Find(JiraRoutes.Route(context, "id")) is { } note
        ? JiraAnswers.Json(context, new JsonObject { ["keys"] = new JsonArray([.. note.Properties.Keys.Select(k => new JsonObject { ["key"] = k })]) })
        : JiraAnswers.Error(context, 404, "Can not find a comment for the id.");

    private Task Property(HttpContext context) =>
        Find(JiraRoutes.Route(context, "id"))?.Properties.TryGetValue(JiraRoutes.Route(context, "name"), out var value) == true
            ? JiraAnswers.Json(context, new JsonObject { ["key"] = JiraRoutes.Route(context, "name"), ["value"] = value.DeepClone() })
            : JiraAnswers.Error(context, 404, "The property is not found.");

    private async Task SetProperty(HttpContext context)
    {
        if (Find(JiraRoutes.Route(context, "id")) is not { } note)
        {
            await JiraAnswers.Error(context, 404, "Can not find a comment for the id.");
            return;
        }

        note.Properties[JiraRoutes.Route(context, "name")] = await JiraRoutes.Body(context);
        await JiraAnswers.Json(context, new JsonObject(), 201);
    }

    private async Task Bulk(HttpContext context)
    {
        var ids = (await JiraRoutes.Body(context))["ids"]!.AsArray().Select(i => i!.ToString()).ToList();
        var withProperties = context.Request.Query["expand"].ToString().Contains("properties", StringComparison.Ordinal);
        var notes = ids.Select(Find).OfType<JiraNote>();
        await JiraAnswers.Json(context, new JsonObject { ["values"] = new JsonArray([.. notes.Select(n => JiraPages.Note(jira, n, withProperties))]) });
    }

    private JiraNote? Find(string id) => jira.World.Tickets.Values.SelectMany(Notes).FirstOrDefault(n => n.Id == id);

    private string? Wrong(JsonNode? body) => (jira.IsCloud, body) switch
    {
        (true, not JsonObject) => "Comment body is not valid!",
        (true, JsonObject adf) when (int?)adf["version"] != 1 || adf["content"] is not JsonArray => "INVALID_INPUT",
        (false, not JsonValue) => "Comment body is not valid!",
        _ when body!.ToJsonString(Plain).Length > MaxLength => "CONTENT_LIMIT_EXCEEDED",
        _ => null,
    };
}
