using System.Text.Json.Nodes;
using Planner.Testing.Jira;
using Planner.Testing.Repository;

namespace Planner.EndToEnd.Tests.Serving.Killing;

/// <summary>What people do on one ticket: they move it, read what is asked, decide by a reply, and read the plan.</summary>
internal sealed class PlannedTicket(InProcessJira jira, string key)
{
    private const string Rita = "557058:rita";
    private const string Reply = "/decide TD001 B because it survives an outage";
    private const string SecondReply = "/decide TD002 A because it is less work";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly JiraTicket ticket = jira.World.Add(key, "Customers can return delivered orders", Description());

    /// <summary>From the transition to the plan; whatever happens to the server meanwhile.</summary>
    public async Task Live(RestartedServer server, CancellationToken cancellation)
    {
        await server.Deliver(
            $$"""{"webhookEvent": "jira:issue_updated", "issue": {"id": "{{ticket.Id}}", "key": "{{key}}"}, "changelog": {"id": "501", "items": [{"field": "status", "to": "10001", "toString": "Ready for planning"}] } }""",
            $"moved-{key}",
            cancellation);
        await Until(text => text.Contains("TD002", StringComparison.Ordinal), cancellation);
        var reply = jira.World.Comment(key, Adf(Reply, SecondReply), Rita);
        await server.Deliver(
            $$"""{"webhookEvent": "comment_created", "issue": {"id": "{{ticket.Id}}", "key": "{{key}}"}, "comment": {"id": "{{reply.Id}}"} }""",
            $"replied-{key}",
            cancellation);
        await Until(text => text.Contains("APPROVED", StringComparison.Ordinal) && text.Contains("TD002: option A is taken", StringComparison.Ordinal), cancellation);
    }

    /// <summary>What is left behind and should not be, or is not and should be; nothing where all is well.</summary>
    public async Task<IReadOnlyList<string>> Faults(RestartedServer server, CancellationToken cancellation)
    {
        var runs = await server.EndedRuns(key, cancellation);
        var (plans, replies) = (Own("Confidence"), Own("option B is taken"));
        return
        [
            .. runs.Count == 1 ? Array.Empty<string>() : [$"{runs.Count} runs"],
            .. runs.Select(r => $"{r["status"]} v{r["version"]}").Where(said => said != "Completed v1"),
            .. plans.Count == 1 ? Array.Empty<string>() : [$"{plans.Count} plan comments"],
            .. replies.Count == 1 ? Array.Empty<string>() : [$"{replies.Count} replies"],
            .. Comments().Count(c => c.Author == InProcessJira.Bot) == 2 ? Array.Empty<string>() : ["other comments"],
            .. plans.All(p => p.Contains("it survives an outage", StringComparison.Ordinal) || p.Contains("User " + Rita, StringComparison.Ordinal)) ? Array.Empty<string>() : ["the reply is lost"],
        ];
    }

    private List<string> Own(string words) =>
        [.. Comments().Where(c => c.Author == InProcessJira.Bot).Select(c => c.Body.ToJsonString()).Where(b => b.Contains(words, StringComparison.Ordinal))];

    private List<JiraNote> Comments()
    {
        lock (jira.World.Gate)
            return [.. ticket.Comments];
    }

    private async Task Until(Func<string, bool> holds, CancellationToken cancellation)
    {
        while (!holds(string.Concat(Comments().Select(c => c.Body.ToJsonString()))))
        {
            await Task.Delay(Pause, cancellation);
        }
    }

    private static JsonObject Adf(params string[] lines) => new()
    {
        ["type"] = "doc",
        ["version"] = 1,
        ["content"] = new JsonArray([.. lines.Select(line => new JsonObject { ["type"] = "paragraph", ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = line }) })]),
    };

    private static JsonNode Description()
    {
        var file = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "samples", "tickets"), "SHOP-101-*.json").Single();
        return JsonNode.Parse(File.ReadAllText(file))!["fields"]!["description"]!.DeepClone();
    }
}
