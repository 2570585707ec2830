using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Planner.Conformance.Stores;
using Planner.Functions.Tests.Hosting;
using Planner.Testing.Jira;
using Planner.Testing.Repository;

namespace Planner.Functions.Tests.Triggers;

/// <summary>A Jira in front and behind: deliveries become orchestrations, which start and steer runs.</summary>
public abstract class JiraEventTests
{
    private const string Secret = "agreed with Jira";
    private const string Rita = "557058:rita";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly string change = RandomNumberGenerator.GetInt32(1, int.MaxValue).ToString(CultureInfo.InvariantCulture);

    private protected abstract Task<HostPlace> Place();

    [Fact]
    public async Task Transition_IsPlannedAndCommentedOnce_AndAReplyDecides()
    {
        using var place = await Place();
        await using var jira = await InProcessJira.Start(isCloud: true, TimeProvider.System);
        var ticket = jira.World.Add("SHOP-101", "Customers can return delivered orders", Description());
        await using var host = await FunctionsHost.Start(
            place, ("Jira:BaseUrl", jira.Url), ("Jira:Email", InProcessJira.Email), ("Jira:ApiToken", InProcessJira.Token), ("Jira:WebhookSecret", Secret));

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Deliver(host, Transition(ticket), Secret)));
        var forged = await Deliver(host, Transition(ticket), "guessed");
        await Until(() => Text(ticket).Contains("TD001", StringComparison.Ordinal));
        var reply = jira.World.Comment("SHOP-101", Adf("/decide TD001 B because it survives an outage"), Rita);
        var taken = await Deliver(
            host,
            $$"""{"webhookEvent": "comment_created", "issue": {"id": "{{ticket.Id}}", "key": "SHOP-101"}, "comment": {"id": "{{reply.Id}}"} }""",
            Secret);
        await Until(() => Text(ticket).Contains("TD001: option B is taken", StringComparison.Ordinal));
        var run = JsonNode.Parse(await host.Client.GetStringAsync($"/api/runs/SHOP-101-t{change}", TestContext.Current.CancellationToken))!;

        Assert.All(answers.Append(taken), a => Assert.Equal(HttpStatusCode.Accepted, a));
        Assert.Equal(HttpStatusCode.Unauthorized, forged);
        Assert.Equal("shop", (string?)run["codebase"]);
        Assert.Single(ticket.Comments, c => c.Author != Rita && c.Body.ToJsonString().Contains("Confidence", StringComparison.OrdinalIgnoreCase));
    }

    private string Transition(JiraTicket ticket) =>
        $$"""
        {"webhookEvent": "jira:issue_updated", "issue": {"id": "{{ticket.Id}}", "key": "SHOP-101"},
        "changelog": {"id": "{{change}}", "items": [{"field": "status", "to": "10001", "toString": "Ready for planning"}] } }
        """;

    private static async Task<HttpStatusCode> Deliver(FunctionsHost host, string body, string secret)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            "/api/jira/webhook")
        { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(
            "X-Hub-Signature",
            $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)))}");
        using var answer = await host.Stranger.SendAsync(request, TestContext.Current.CancellationToken);
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
        var file = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "samples", "tickets"), "SHOP-101-*.json").Single();
        return JsonNode.Parse(File.ReadAllText(file))!["fields"]!["description"]!.DeepClone();
    }

    private static JsonNode Adf(string text) => JsonNode.Parse(
        $$"""{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"{{text}}"}]}]}""")!;
}

/// <summary>In memory.</summary>
public sealed class InMemoryJiraEventTests : JiraEventTests
{
    private protected override Task<HostPlace> Place() => Task.FromResult<HostPlace>(new(TaskHubs.InMemory(), inMemory: true, "UseDevelopmentStorage=true"));
}

/// <summary>On Azure Storage, or on Azurite, inbox and journal too.</summary>
public sealed class AzureStorageJiraEventTests(StorageAccount account) : JiraEventTests
{
    private protected override async Task<HostPlace> Place()
    {
        var connection = await account.ConnectionString();
        return new HostPlace(TaskHubs.InAzureStorage(connection), inMemory: false, connection);
    }
}
