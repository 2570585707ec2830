using System.Text.Json;
using System.Text.Json.Nodes;
using Planner.Integrations.Jira.Rest;

namespace Planner.Integrations.Jira.Tickets;

/// <summary>
/// Comments that bear a mark in an invisible property, one for each mark. Jira has no key against writing twice, so a comment is
/// looked for before it is written, again when it is not known whether writing took effect, and once more afterwards.
/// </summary>
internal sealed class MarkedComments(JiraClient jira, string property)
{
    /// <summary>What all properties of ours begin with.</summary>
    public const string Ours = "planner.";

    private const string Mark = "run";

    /// <summary>All of them with their marks, oldest first.</summary>
    public async Task<IReadOnlyList<(JiraComment Comment, string Mark)>> All(string key, CancellationToken cancellation) =>
        [.. (await jira.Comments.Marked(key, property, cancellation)).Select(m => (m.Comment, m.Value.Text(Mark)))];

    /// <summary>The comment with the mark; where there are several, because an answer came late, the oldest stays alone.</summary>
    public async Task<JiraComment?> Find(string key, string mark, CancellationToken cancellation)
    {
        var marked = (await All(key, cancellation)).Where(m => m.Mark == mark).Select(m => m.Comment).ToList();
        foreach (var again in marked.Skip(1))
        {
            await jira.Comments.Delete(key, again.Id, cancellation);
        }

        return marked.FirstOrDefault();
    }

    /// <summary>Writes the comment, which was looked for and is not there.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> Create(string key, string mark, JsonNode body, CancellationToken cancellation)
    {
        var created = await TryCreate(key, mark, body, cancellation);
        if (await Find(key, mark, cancellation) is { } written)
        {
            return written.Id;
        }
        // Seen on old servers: the comment is there and its property was passed over.
        await jira.Comments.SetProperty(key, created.Id, property, Value(mark), cancellation);
        return created.Id;
    }

    private async Task<JiraComment> TryCreate(string key, string mark, JsonNode body, CancellationToken cancellation)
    {
        try
        {
            return await jira.Comments.Create(key, body, new Dictionary<string, JsonNode>(StringComparer.Ordinal) { [property] = Value(mark) }, cancellation);
        }
        catch (JiraException fault) when (fault.MayHaveTakenEffect)
        {
            // Where it is not there, the step tries again later and begins with a look, since Jira may still be at it.
            if (await Find(key, mark, cancellation) is { } written)
            {
                return written;
            }

            throw;
        }
    }

    private static JsonObject Value(string mark) => new() { [Mark] = mark };
}
