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
        var run = Run(marker);
        var body = CommentBody.Of(markdown, (await jira.Server(cancellation)).Deployment, run);
        var written = await marked.Find(key, marker, cancellation);
        var id = written is null ? await marked.Create(key, marker, body, cancellation) : await Update(key, marker, written, body, cancellation);
        var where = jira.Browse(key, id).AbsoluteUri;
        return run is null ? where : where + await Link(key, marker, run, cancellation);
    }

    /// <returns>True where there was one.</returns>
    public async Task<bool> Amend(string key, string marker, string markdown, CancellationToken cancellation)
    {
        if (await marked.Find(key, marker, cancellation) is not { } written)
        {
            return false;
        }

        var body = CommentBody.Of(markdown, (await jira.Server(cancellation)).Deployment, Run(marker));
        return IsSame(written.Body, body) || await Replace(key, written, body, cancellation);
    }

    /// <summary>Comments of other runs that were written before this run's become a line with a link to it.</summary>
    /// <returns>How many were shrunk now.</returns>
    public async Task<int> Supersede(string key, string marker, CancellationToken cancellation)
    {
        var all = await marked.All(key, cancellation);
        var own = all.FirstOrDefault(m => m.Mark == marker).Comment;
        if (own is null)
        {
            return 0;
        }

        var line = $"A later run has planned this ticket again: [its comment]({jira.Browse(key, own.Id).AbsoluteUri}).\n";
        var body = CommentBody.Of(line, (await jira.Server(cancellation)).Deployment, rest: null);
        var shrunk = 0;
        foreach (var earlier in all.Select(m => m.Comment).TakeWhile(c => c.Id != own.Id).Where(c => !IsSame(c.Body, body)))
        {
            shrunk += await Replace(key, earlier, body, cancellation) ? 1 : 0;
        }

        return shrunk;
    }

    private Uri? Run(string marker) => planner is null ? null : PublicAddress.Run(planner, marker);

    /// <returns>False where somebody deleted it meanwhile, which says less still.</returns>
    private async Task<bool> Replace(string key, JiraComment standing, JsonNode body, CancellationToken cancellation)
    {
        try
        {
            await jira.Comments.Update(key, standing.Id, body, cancellation);
            return true;
        }
        catch (JiraNotFoundException)
        {
            return false;
        }
    }

    private async Task<string> Update(string key, string marker, JiraComment written, JsonNode body, CancellationToken cancellation)
    {
        if (IsSame(written.Body, body))
        {
            return written.Id;
        }

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

    /// <summary>What keeps this account from linking costs the link and nothing else; the journal then says why there is none.</summary>
    private async Task<string> Link(string key, string marker, Uri run, CancellationToken cancellation)
    {
        try
        {
            await jira.Issues.Link(key, new($"planner:run:{marker}", run, $"Plan of {key}", $"Run {marker}"), cancellation);
            return "";
        }
        catch (JiraException fault) when (fault is JiraPermissionException
            or JiraRejectedException { RetryHelps: false }
            or JiraNotFoundException
            or JiraAddressException)
        {
            return $" (without a link to the run: {TicketText.Line(fault.Message)})";
        }
    }
}
