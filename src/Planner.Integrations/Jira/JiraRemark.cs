using System.Text.Json;
using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Tickets;

namespace Planner.Integrations.Jira;

/// <summary>A comment of an issue as it was read, whoever gives it.</summary>
internal static class JiraRemark
{
    private const int DayLength = 10;

    /// <summary>The comments that an issue holds itself, oldest first, without those that bear a mark of the product.</summary>
    public static IReadOnlyList<TicketRemark> All(JsonElement body)
    {
        var issue = JiraIssueReader.Issue(body);
        var comments = (issue.Object("fields") ?? issue).Object("comment")?.Items("comments") ?? [];
        return [.. comments.Where(c => !IsOurs(c)).Select(JiraShapes.Comment).Select(Read).OfType<TicketRemark>()];
    }

    /// <summary>Null where nothing is said in it.</summary>
    public static TicketRemark? Read(JiraComment comment)
    {
        var text = TicketText.Clean(JiraDescription.RichText(comment.Body));
        return text.Length == 0 ? null : new(TicketText.Line(comment.Author?.DisplayName), Day(comment.Created), text);
    }

    private static bool IsOurs(JsonElement comment) =>
        comment.Items("properties").Any(p => p.Text("key").StartsWith(MarkedComments.Ours, StringComparison.Ordinal));

    private static string Day(string created) =>
        created.Length >= DayLength && DateOnly.TryParseExact(created.AsSpan(0, DayLength), "yyyy-MM-dd", out _) ? created[..DayLength] : "";
}
