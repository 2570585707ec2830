using System.Diagnostics;
using System.Globalization;
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

    private readonly List<(string Stage, TimeSpan Time)> stages = [];
    private readonly JiraTicket ticket = jira.World.Add(key, "Customers can return delivered orders", Description());

    /// <summary>How long each part of its life took, in seconds.</summary>
    public string Times => string.Join(", ", stages.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Stage} {s.Time.TotalSeconds:0.0}")));

    /// <summary>From the transition to the plan; whatever happens to the server meanwhile.</summary>
    public async Task Live(RestartedServer server, CancellationToken cancellation)
    {
        await Timed("moved", () => server.Deliver(
            $$"""
            {"webhookEvent": "jira:issue_updated", "issue": {"id": "{{ticket.Id}}", "key": "{{key}}"},
            "changelog": {"id": "501", "items": [{"field": "status", "to": "10001", "toString": "Ready for planning"}] } }
            """,
            $"moved-{key}",
            cancellation));
        await Timed("asked", () => Until("decisions on the ticket", text => Has(text, "TD002"), server, cancellation));
        var reply = jira.World.Comment(key, Adf(Reply, SecondReply), Rita);
        await Timed("replied", () => server.Deliver(
            $$"""{"webhookEvent": "comment_created", "issue": {"id": "{{ticket.Id}}", "key": "{{key}}"}, "comment": {"id": "{{reply.Id}}"} }""",
            $"replied-{key}",
            cancellation));
        await Timed("planned", () => Until("the plan and the answer to the reply", IsPlanned, server, cancellation));
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
            .. plans.All(p => p.Contains("it survives an outage", StringComparison.Ordinal) || p.Contains("User " + Rita, StringComparison.Ordinal))
                ? Array.Empty<string>()
                : ["the reply is lost"],
        ];
    }

    private List<string> Own(string words) =>
        [.. Comments().Where(c => c.Author == InProcessJira.Bot).Select(c => c.Body.ToJsonString()).Where(b => b.Contains(words, StringComparison.Ordinal))];

    private List<JiraNote> Comments()
    {
        lock (jira.World.Gate)
        {
            return [.. ticket.Comments];
        }
    }

    private static bool IsPlanned(string text) => Has(text, "APPROVED") && Has(text, "TD002: option A is taken");

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.Ordinal);

    private Task Until(string what, Func<string, bool> holds, RestartedServer server, CancellationToken cancellation) => StallWatch.Until(
        $"{what} {key}",
        () => Task.FromResult(holds(Text())),
        async () => $"{await server.Runs(key, cancellation)}; comments: {Text()}",
        cancellation);

    private string Text() => string.Concat(Comments().Select(c => c.Body.ToJsonString()));

    private async Task Timed(string stage, Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        stages.Add((stage, watch.Elapsed));
    }

    private static JsonObject Adf(params string[] lines) => new()
    {
        ["type"] = "doc",
        ["version"] = 1,
        ["content"] =
            new JsonArray([.. lines.Select(line =>
                new JsonObject { ["type"] = "paragraph", ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = line }) })]),
    };

    private static JsonNode Description()
    {
        var file = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "samples", "tickets"), "SHOP-101-*.json").Single();
        return JsonNode.Parse(File.ReadAllText(file))!["fields"]!["description"]!.DeepClone();
    }
}
