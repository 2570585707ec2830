using System.Net;
using System.Text.Json.Nodes;
using Planner.EndToEnd.Tests.Cli;
using Planner.Testing.Categories;
using Planner.Testing.Jira;
using Xunit;

namespace Planner.EndToEnd.Tests.Serving;

/// <summary>The real server between a Jira that delivers and a Jira that is written to.</summary>
public sealed class JiraServeTests
{
    private const string Secret = "agreed with Jira";
    private const string Rita = "557058:rita";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    [LongRunning]
    public async Task Transition_IsPlannedAndCommented_AndAReplyDecides_AcrossAKill()
    {
        using var scratch = new ScratchFolder();
        await using var jira = await InProcessJira.Start(isCloud: true, TimeProvider.System);
        var ticket = jira.World.Add("SHOP-101", "Customers can return delivered orders", Description());
        HttpStatusCode[] answers;
        await using (var first = await Serve(scratch.Root, jira))
        {
            answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Deliver(first, Transition(ticket))));
            await Until(() => Text(ticket).Contains("TD001", StringComparison.Ordinal));
            await first.Kill();
        }

        await using var second = await Serve(scratch.Root, jira);
        var reply = jira.World.Comment("SHOP-101", Adf("/decide TD001 B because it survives an outage"), Rita);
        await Deliver(
            second,
            $$"""{"webhookEvent": "comment_created", "issue": {"id": "{{ticket.Id}}", "key": "SHOP-101"}, "comment": {"id": "{{reply.Id}}"} }""");
        await Until(() => Text(ticket).Contains("TD001: option B is taken", StringComparison.Ordinal));
        var again = jira.World.Comment("SHOP-101", Adf("/plan status"), Rita);
        await Deliver(
            second,
            $$"""{"webhookEvent": "comment_created", "issue": {"id": "{{ticket.Id}}", "key": "SHOP-101"}, "comment": {"id": "{{again.Id}}"} }""");
        await Until(() => ticket.Comments.Count(c => c.Author != Rita) == 3);

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Accepted, a));
        Assert.Single(ticket.Comments, c => c.Author != Rita && c.Body.ToJsonString().Contains("Confidence", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task WithoutASecretNobodyIsBelieved()
    {
        using var scratch = new ScratchFolder();
        await using var jira = await InProcessJira.Start(isCloud: true, TimeProvider.System);
        var ticket = jira.World.Add("SHOP-101", "Customers can return delivered orders", Description());
        await using var server = await ServedProcess.Start(scratch.Root, Settings(jira));

        Assert.Equal(HttpStatusCode.NotFound, await Deliver(server, Transition(ticket)));
        Assert.Empty(ticket.Comments);
    }

    private static Task<ServedProcess> Serve(string folder, InProcessJira jira) =>
        ServedProcess.Start(folder, [.. Settings(jira), ("Jira__WebhookSecret", Secret)]);

    private static IEnumerable<(string, string)> Settings(InProcessJira jira) =>
        [("Jira__BaseUrl", jira.Url), ("Jira__Email", InProcessJira.Email), ("Jira__ApiToken", InProcessJira.Token)];

    private static string Transition(JiraTicket ticket) =>
        $$"""
        {"webhookEvent": "jira:issue_updated", "issue": {"id": "{{ticket.Id}}", "key": "SHOP-101"},
        "changelog": {"id": "501", "items": [{"field": "status", "to": "10001", "toString": "Ready for planning"}] } }
        """;

    private static async Task<HttpStatusCode> Deliver(ServedProcess server, string body)
    {
        using var client = new HttpClient();
        using var request = SignedRequest.Of(new Uri(server.Address, "/api/jira/webhook"), body, Secret);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Text(JiraTicket ticket) => string.Concat(ticket.Comments.ToList().Select(c => c.Body.ToJsonString()));

    private static async Task Until(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!holds())
        {
            await Task.Delay(100, limit.Token);
        }
    }

    /// <summary>The sample ticket's own words, as its file holds them.</summary>
    private static JsonNode Description()
    {
        var file = Directory.GetFiles(Path.Combine(Planner.Testing.Repository.RepositoryRoot.Path, "samples", "tickets"), "SHOP-101-*.json").Single();
        return JsonNode.Parse(File.ReadAllText(file))!["fields"]!["description"]!.DeepClone();
    }

    private static JsonNode Adf(string text) => JsonNode.Parse(
        $$"""{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"{{text}}"}]}]}""")!;
}
