using System.Text.Json;
using System.Text.RegularExpressions;
using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;

namespace Planner.Integrations.Jira.Tickets;

/// <summary>A ticket with its text attachments and wiki pages below the description, and the tickets that its text names among its links.</summary>
internal sealed partial class IssueReading(JiraClient jira)
{
    private const int MaxMentioned = 10;
    private static readonly string[] Everything = ["*all", "-comment", "-worklog"];
    private static readonly string[] Short = ["summary", "status", "issuetype"];
    private readonly TextAttachments attachments = new(jira);
    private readonly LinkedPages pages = new(jira);

    public async Task<Ticket> Read(string key, CancellationToken cancellation)
    {
        var issue = await jira.Issues.Get(key, Everything, cancellation);
        var ticket = JiraIssueReader.Read(issue);
        var mentioned = await Mentioned(ticket, key, cancellation);
        var (linked, unread) = await pages.Of(ticket.Key, ticket.Description, cancellation);
        return ticket with
        {
            Url = jira.Browse(ticket.Key).AbsoluteUri,
            Description = TicketText.Clean(ticket.Description + await attachments.Of(issue, cancellation) + linked),
            Unread = unread.Count == 0 ? null : unread,
            Links = [.. ticket.Links, .. mentioned],
        };
    }

    /// <summary>What looks like a key and is none costs one question and is left out.</summary>
    private async Task<List<TicketLink>> Mentioned(Ticket ticket, string askedFor, CancellationToken cancellation)
    {
        var known = ticket.Links.Concat(ticket.Children)
            .Select(l => l.Key)
            .Append(ticket.Key)
            .Append(askedFor)
            .Append(ticket.Parent?.Key)
            .ToHashSet(StringComparer.Ordinal);
        var keys = Key()
            .Matches(ticket.Summary + "\n" + ticket.Description)
            .Select(m => m.Value)
            .Where(k => TicketKey.IsValid(k) && known.Add(k))
            .Take(MaxMentioned);
        var found = new List<TicketLink>();
        foreach (var key in keys)
        {
            if (await Look(key, cancellation) is { } other && found.TrueForAll(f => f.Key != other.Key) && other.Key != ticket.Key)
            {
                found.Add(other);
            }
        }

        return found;
    }

    private async Task<TicketLink?> Look(string key, CancellationToken cancellation)
    {
        try
        {
            JsonElement issue = await jira.Issues.Get(key, Short, cancellation);
            return JiraIssueReader.Read(issue).AsLink("is mentioned");
        }
        catch (JiraNotFoundException)
        {
            // UTF-8 and SHA-256 look like keys.
            return null;
        }
    }

    [GeneratedRegex(@"\b[A-Z][A-Z0-9_]{1,29}-[1-9][0-9]{0,9}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
