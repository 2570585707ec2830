using System.Text.Json;
using System.Text.Json.Nodes;
using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Writing;

namespace Planner.Integrations.Jira.Tickets;

/// <summary>The plan's comment of each run, found by its mark and updated in place.</summary>
internal sealed class PlanCommentWriter(JiraClient jira, Uri? planner)
{
    private readonly MarkedComments marked = new(jira, MarkedComments.Ours + "comment");

    public async Task<string> Write(string key, string marker, string markdown, CancellationToken cancellation)
    {
        var run = planner is null ? null : new Uri(planner, $"runs/{Uri.EscapeDataString(marker)}");
        var body = CommentBody.Of(markdown, (await jira.Server(cancellation)).Deployment, run);
        var written = await marked.Find(key, marker, cancellation);
        var id = written is null ? await marked.Create(key, marker, body, cancellation) : await Update(key, marker, written, body, cancellation);
        var where = jira.Browse(key, id).AbsoluteUri;
        return run is null ? where : where + await Link(key, marker, run, cancellation);
    }

    /// <summary>Comments of other runs that were written before this run's become a line with a link to it.</summary>
    /// <returns>How many were shrunk now.</returns>
    public async Task<int> Supersede(string key, string marker, CancellationToken cancellation)
    {
        var all = await marked.All(key, cancellation);
        var own = all.FirstOrDefault(m => m.Mark == marker).Comment;
        if (own is null)
            return 0;
        var line = $"A later run has planned this ticket again: [its comment]({jira.Browse(key, own.Id).AbsoluteUri}).\n";
        var body = CommentBody.Of(line, (await jira.Server(cancellation)).Deployment, rest: null);
        var shrunk = 0;
        foreach (var earlier in all.Select(m => m.Comment).TakeWhile(c => c.Id != own.Id).Where(c => !IsSame(c.Body, body)))
            shrunk += await Shrink(key, earlier, body, cancellation);
        return shrunk;
    }

    private async Task<int> Shrink(string key, JiraComment earlier, JsonNode body, CancellationToken cancellation)
    {
        try
        {
            await jira.Comments.Update(key, earlier.Id, body, cancellation);
            return 1;
        }
        catch (JiraNotFoundException)
        {
            // Deleted meanwhile, which shrinks it further.
            return 0;
        }
    }

    private async Task<string> Update(string key, string marker, JiraComment written, JsonNode body, CancellationToken cancellation)
    {
        if (IsSame(written.Body, body))
            return written.Id;
        try
        {
            await jira.Comments.Update(key, written.Id, body, cancellation);
            return written.Id;
        }
        catch (JiraNotFoundException)
        {
            // Somebody deleted it a moment ago. Where the whole ticket is gone, writing anew says so.
            return await marked.Create(key, marker, body, cancellation);
        }
    }

    /// <summary>Jira may add ids and order members as it likes: what a reader sees is compared.</summary>
    private static bool IsSame(JsonElement standing, JsonNode wanted)
    {
        var other = JsonSerializer.SerializeToElement(wanted);
        return standing.ValueKind == other.ValueKind && standing.ValueKind switch
        {
            JsonValueKind.String => standing.GetString()!.ReplaceLineEndings("\n").TrimEnd() == other.GetString()!.TrimEnd(),
            JsonValueKind.Object => AdfMarkdown.Convert(standing) == AdfMarkdown.Convert(other),
            _ => false,
        };
    }

    /// <summary>A missing permission to link costs the link and nothing else; the journal then says why there is none.</summary>
    private async Task<string> Link(string key, string marker, Uri run, CancellationToken cancellation)
    {
        try
        {
            await jira.Issues.Link(key, new($"planner:run:{marker}", run, $"Plan of {key}", $"Run {marker}"), cancellation);
            return "";
        }
        catch (JiraException fault) when (fault is JiraPermissionException or JiraRejectedException { RetryHelps: false })
        {
            return $" (without a link to the run: {TicketText.Line(fault.Message)})";
        }
    }
}
