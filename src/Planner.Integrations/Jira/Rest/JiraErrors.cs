using System.Net;
using System.Text;
using System.Text.Json;
using Planner.Core.Tickets;

namespace Planner.Integrations.Jira.Rest;

/// <summary>What an answer that is no success means, by its status first and by its words second; any shape of body will do.</summary>
internal static class JiraErrors
{
    private const int MaxWords = 300;
    private const string Remedy =
        "check that Jira__BaseUrl is the address of the product's own site with its context path, like https://jira.example/jira, and Jira__CloudId; "
        + "where they are right, a proxy keeps the route away, or this version of Jira has removed it.";

    public static JiraException Of(JiraCall call, HttpResponseMessage answer, byte[] body, JiraRoot root)
    {
        var status = (int)answer.StatusCode;
        var said = Said(body) is { Length: > 0 } words ? $"{status}: {words}" : $"{status}";
        return status switch
        {
            408 or 425 or >= 500 =>
                new JiraUnavailableException($"Jira cannot answer now while {call.What} ({said}); it is tried again.", call.Method != HttpMethod.Get),
            429 => new JiraRateLimitedException($"Jira takes no more calls for a while, {call.What} ({said}); it is tried again."),
            401 => new JiraCredentialsException($"Jira refuses the credentials while {call.What} ({said}){Captcha(answer)}: renew {root.SignInKeys}."),
            403 =>
                new JiraPermissionException($"Jira forbids this account {call.What} ({said}){Captcha(answer)}: give it that permission in the project, and "
                    + $"the token the scopes to read and write issues and comments."),
            404 when IsSomewhereElse(call, answer, body) =>
                new JiraAddressException($"There is no Jira at {root.Api} (404 with a web page): check Jira__BaseUrl and Jira__CloudId."),
            404 when IsWithoutRoute(call, body) =>
                new JiraAddressException($"Jira at {root.Api} has no route {Route(call)} for {call.What} ({said}): {Remedy}"),
            404 => new JiraNotFoundException($"Jira has nothing for {call.What}, or this account may not see it ({said}).", call.Subject),
            410 => new JiraAddressException($"Jira at {root.Api} has switched off the route {Route(call)} for {call.What} ({said}): {Remedy}"),
            >= 300 and < 400 =>
                new JiraAddressException($"Jira sends elsewhere while {call.What} ({status}): set Jira__BaseUrl to the address that it leads to, and check "
                    + $"that no log-in page stands before it."),
            400 when IsAboutPermission(body) =>
                new JiraPermissionException($"Jira does not let this account do it, {call.What} ({said}): give it that permission in the project."),
            409 => new JiraRejectedException($"Somebody else changed the same thing while {call.What} ({said}); it is tried again.", status, retryHelps: true),
            413 => new JiraRejectedException($"What was sent is too long for Jira, {call.What} ({said}).", status),
            _ => new JiraRejectedException($"Jira does not accept {call.What} ({said}).", status),
        };
    }

    public static JiraAnswerException NoJson(JiraCall call, HttpResponseMessage answer, byte[] body, JsonException fault) => new(
        IsPage(answer, body)
            ? $"Jira's address answered with a web page instead of JSON while {call.What}: check Jira__BaseUrl, and that no log-in page or proxy stands "
                + $"before it; it is tried again."
            : $"Jira's answer is no whole JSON while {call.What} ({body.Length} bytes); it is tried again.",
        fault);

    /// <summary>Files and wiki pages have their own pages that say 404; everything else speaks JSON wherever there is a Jira.</summary>
    private static bool IsSomewhereElse(JiraCall call, HttpResponseMessage answer, byte[] body) =>
        call.Subject is not (JiraSubject.Attachment or JiraSubject.Page) && IsPage(answer, body);

    /// <summary>True where the call names nothing that could be missing, and where the server says that it knows no such route.</summary>
    private static bool IsWithoutRoute(JiraCall call, byte[] body) =>
        call.Subject == JiraSubject.Route || Said(body).StartsWith("null for uri", StringComparison.OrdinalIgnoreCase);

    private static string Route(JiraCall call) => "/" + call.Path.Split('?')[0];

    private static bool IsPage(HttpResponseMessage answer, byte[] body) =>
        answer.Content.Headers.ContentType?.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true
        || body.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("<"u8);

    /// <summary>Jira says 400 where the account may not comment.</summary>
    private static bool IsAboutPermission(byte[] body) => Said(body).Contains("permission", StringComparison.OrdinalIgnoreCase);

    private static string Captcha(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("X-Authentication-Denied-Reason", out var reasons)
            && reasons.Any(r => r.Contains("CAPTCHA", StringComparison.OrdinalIgnoreCase))
            ? ", and asks for a captcha: log in once in a browser"
            : "";

    /// <summary>The words of any of the shapes in which Jira, its gateway and its proxies tell errors; empty for pages.</summary>
    private static string Said(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var line = TicketText.Line(string.Join("; ", Words(document.RootElement).Where(w => w.Length > 0)));
            return line.Length <= MaxWords ? line : line[..MaxWords] + "…";
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // No JSON: the status alone tells what is wrong, and a page's words would only hide it.
            return "";
        }
    }

    private static IEnumerable<string> Words(JsonElement root)
    {
        foreach (var message in root.Items("errorMessages").Where(m => m.ValueKind == JsonValueKind.String))
        {
            yield return message.GetString()!;
        }

        foreach (var error in root.Object("errors") is { } errors ? errors.EnumerateObject().Take(10) : [])
        {
            yield return error.Value.ValueKind == JsonValueKind.String ? $"{error.Name}: {error.Value.GetString()}" : error.Name;
        }

        foreach (var name in new[] { "message", "title", "detail", "errorMessage" })
        {
            yield return root.Text(name);
        }
    }
}
