using System.Text.Json;
using System.Text.RegularExpressions;
using Planner.Core.Conversation.Replies;
using Planner.Core.Events;
using Planner.Core.Tickets;

namespace Planner.Integrations.Jira.Webhooks;

/// <summary>
/// Reads a delivery of Jira: admin webhooks of Cloud and Data Center, post-functions of workflows and automation rules. A change of
/// status is told by the changelog, never by the name of the event, which differs between versions.
/// </summary>
public static partial class WebhookReader
{
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    /// <summary>What the body tells.</summary>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static TrackerEvent Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body, Bounded);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A webhook's body is a JSON object.");
        }

        try
        {
            return Read(document.RootElement);
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("The body holds text that is no valid Unicode.", e);
        }
    }

    private static TrackerEvent Read(JsonElement body) => body.Text("webhookEvent") switch
    {
        "comment_created" => Comment(body),
        "comment_updated" or "comment_deleted" => new TrackerEvent.Nothing("comments that are changed or deleted ask for nothing"),
        "jira:issue_deleted" => new TrackerEvent.Nothing("the ticket was deleted"),
        "jira:issue_created" => new TrackerEvent.Nothing("a new ticket has made no transition"),
        "" => Rule(body),
        _ when body.Object("changelog") is { } log && Change(log) is { } change => Changed(body, log, change),
        _ when body.Object("changelog") is { } log && IsEdit(log) => Edited(body, log),
        _ when body.Object("comment") is not null && body.Text("issue_event_type_name") == "issue_commented" => Comment(body),
        _ => new TrackerEvent.Nothing("no status changed"),
    };

    /// <summary>The last change of the status in a changelog.</summary>
    private static JsonElement? Change(JsonElement log) => log.Items("items")
        .Where(i => i.ValueKind == JsonValueKind.Object && (i.Text("fieldId") is "status" || i.Text("field") == "status"))
        .Select(i => (JsonElement?)i)
        .LastOrDefault();

    private static TrackerEvent Changed(JsonElement body, JsonElement log, JsonElement change) => Ticket(body) is { } ticket
        ? new TrackerEvent.StatusChanged(ticket, Number(log.Text("id")), Name(change.Text("to")), Name(change.Text("toString"))) { IsEdited = IsEdit(log) }
        : new TrackerEvent.Nothing("it names no ticket");

    private static TrackerEvent Edited(JsonElement body, JsonElement log) => Ticket(body) is { } ticket
        ? new TrackerEvent.Edited(ticket, Number(log.Text("id")))
        : new TrackerEvent.Nothing("it names no ticket");

    /// <summary>True where the words changed that plans are made of: a field of criteria is told by its name, as its number differs between sites.</summary>
    private static bool IsEdit(JsonElement log) => log.Items("items").Any(i => i.ValueKind == JsonValueKind.Object
        && (i.Text("fieldId") is "summary" or "description" || i.Text("field") is "summary" or "description" || JiraDescription.IsCriteria(i.Text("field"))));

    /// <summary>A post-function or an automation rule: no event is named. A rule's own body may hold the issue itself.</summary>
    private static TrackerEvent Rule(JsonElement body)
    {
        var ticket = Ticket(body) ?? (TicketKey.IsValid(body.Text("key")) ? body.Text("key") : null);
        return ticket is null
            ? new TrackerEvent.Nothing("it names neither an event nor a ticket")
            : new TrackerEvent.StatusChanged(ticket, null, null, body.Object("transition") is { } transition ? Name(transition.Text("to_status")) : null);
    }

    /// <summary>Comments of Data Center name no issue but in their own address.</summary>
    private static TrackerEvent Comment(JsonElement body)
    {
        var comment = body.Object("comment");
        var id = comment is { } told ? Number(told.Text("id")) : null;
        if (comment is { } said
            && said.TryGetProperty("body", out var text)
            && text.ValueKind == JsonValueKind.String
            && !ReplyReader.MayHold(text.GetString()!))
        {
            return new TrackerEvent.Nothing("the comment holds no command");
        }

        var ticket = Ticket(body) ?? (comment is { } own && Address().Match(own.Text("self")) is { Success: true } match ? match.Groups["issue"].Value : null);
        return id is null || ticket is null ? new TrackerEvent.Nothing("it names no comment on a ticket") : new TrackerEvent.Commented(ticket, id);
    }

    /// <summary>The key, else the number of the issue.</summary>
    private static string? Ticket(JsonElement body) => body.Object("issue") is not { } issue ? null
        : TicketKey.IsValid(issue.Text("key")) ? issue.Text("key")
        : Number(issue.Text("id"));

    private static string? Number(string id) => id.Length is > 0 and <= 20 && id.All(char.IsAsciiDigit) ? id : null;

    private static string? Name(string text) => TicketText.Line(text) is { Length: > 0 } name ? name : null;

    [GeneratedRegex(@"/issue/(?<issue>\d{1,20})/comment/\d{1,20}/?$", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
