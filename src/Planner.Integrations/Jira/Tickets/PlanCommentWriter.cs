using System.Text.Json;
using System.Text.Json.Nodes;
using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Writing;

namespace Planner.Integrations.Jira.Tickets;

/// <summary>
/// One comment for each marker, found by an invisible property and updated in place. Jira has no key against writing twice, so
/// it is looked for before it is written, again when it is not known whether writing took effect, and once more afterwards.
/// </summary>
internal sealed class PlanCommentWriter(JiraClient jira, Uri? planner)
{
    /// <summary>The property that marks comments of runs: <c>{"run": "…"}</c>.</summary>
    public const string Property = "planner.comment";

    public async Task<string> Write(string key, string marker, string markdown, CancellationToken cancellation)
    {
        var run = planner is null ? null : new Uri(planner, $"runs/{Uri.EscapeDataString(marker)}");
        var body = CommentBody.Of(markdown, (await jira.Server(cancellation)).Deployment, run);
        var written = await Written(key, marker, cancellation);
        var id = written is null ? await Create(key, marker, body, cancellation) : await Update(key, marker, written, body, cancellation);
        var where = jira.Browse(key, id).AbsoluteUri;
        return run is null ? where : where + await Link(key, marker, run, cancellation);
    }

    /// <summary>Comments of other runs that were written before this run's become a line with a link to it.</summary>
    /// <returns>How many were shrunk now.</returns>
    public async Task<int> Supersede(string key, string marker, CancellationToken cancellation)
    {
        var marked = await jira.Comments.Marked(key, Property, cancellation);
        var own = marked.FirstOrDefault(m => m.Value.Text("run") == marker).Comment;
        if (own is null)
            return 0;
        var line = $"A later run has planned this ticket again: [its comment]({jira.Browse(key, own.Id).AbsoluteUri}).\n";
        var body = CommentBody.Of(line, (await jira.Server(cancellation)).Deployment, rest: null);
        var shrunk = 0;
        foreach (var earlier in marked.Select(m => m.Comment).TakeWhile(c => c.Id != own.Id).Where(c => !IsSame(c.Body, body)))
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

    /// <summary>The comment with the marker; where there are several, because an answer came late, the oldest stays alone.</summary>
    private async Task<JiraComment?> Written(string key, string marker, CancellationToken cancellation)
    {
        var marked = (await jira.Comments.Marked(key, Property, cancellation)).Where(m => m.Value.Text("run") == marker).Select(m => m.Comment).ToList();
        foreach (var again in marked.Skip(1))
            await jira.Comments.Delete(key, again.Id, cancellation);
        return marked.FirstOrDefault();
    }

    private async Task<string> Create(string key, string marker, JsonNode body, CancellationToken cancellation)
    {
        var created = await TryCreate(key, marker, body, cancellation);
        if (await Written(key, marker, cancellation) is { } written)
            return written.Id;
        // Seen on old servers: the comment is there and its property was passed over.
        await jira.Comments.SetProperty(key, created.Id, Property, Value(marker), cancellation);
        return created.Id;
    }

    private async Task<JiraComment> TryCreate(string key, string marker, JsonNode body, CancellationToken cancellation)
    {
        try
        {
            return await jira.Comments.Create(key, body, new Dictionary<string, JsonNode>(StringComparer.Ordinal) { [Property] = Value(marker) }, cancellation);
        }
        catch (JiraException fault) when (fault.MayHaveTakenEffect)
        {
            // Where it is not there, the step tries again later and begins with a look, since Jira may still be at it.
            if (await Written(key, marker, cancellation) is { } written)
                return written;
            throw;
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
            return await Create(key, marker, body, cancellation);
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

    private static JsonObject Value(string marker) => new() { ["run"] = marker };
}
