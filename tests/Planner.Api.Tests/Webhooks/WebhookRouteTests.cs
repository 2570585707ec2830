using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Planner.Core.Conversation;
using Planner.Durability;

namespace Planner.Api.Tests.Webhooks;

public sealed class WebhookRouteTests
{
    private const string Ready = """{"webhookEvent": "jira:issue_updated", "issue": {"id": "10227", "key": "SHOP-7"}, "changelog": {"id": "501","""
        + """ "items": [{"field": "status", "to": "3", "toString": "Ready for planning"}]}}""";

    [Fact]
    public async Task SignedTransition_IsTakenAndPlannedOnceHoweverOftenItComes()
    {
        await using var host = await Host();

        var answers = await Task.WhenAll(Enumerable
            .Range(0, 8)
            .Select(n => Deliver(host, Ready, ("X-Hub-Signature", Signed(Ready)), ("X-Atlassian-Webhook-Identifier", $"delivery {n}"))));
        var told = await Task.WhenAll(answers.Select(a => a.Json()));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var handled = await host.Runs.WaitForEnd("event-SHOP-7-t501", limit.Token);

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Accepted, a.StatusCode));
        Assert.All(told, t => Assert.Equal("event-SHOP-7-t501", t.GetProperty("eventId").GetString()));
        Assert.Equal(7, told.Count(t => t.TryGetProperty("reason", out var reason) && reason.GetString() == "delivered before"));
        Assert.Contains("SHOP-7-t501", handled.Output, StringComparison.Ordinal);
        Assert.Single((await host.Runs.List(new RunQuery(IdPrefix: "SHOP-7-"))).Items);
    }

    [Fact]
    public async Task AutomationRule_ShowsTheSecretInAHeader()
    {
        await using var host = await Host();

        using var answer = await Deliver(host, """{"issue": {"key": "SHOP-7"}, "changelog": null}""", ("X-Planner-Secret", ApiHost.WebhookSecret));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task EventThatAsksForNothing_IsAnsweredAndStartsNothing()
    {
        await using var host = await Host();
        const string Body = """{"webhookEvent": "comment_deleted", "comment": {"id": "5"}, "issue": {"key": "SHOP-7"}}""";

        using var answer = await Deliver(host, Body, ("X-Hub-Signature", Signed(Body)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("comments that are changed or deleted ask for nothing", (await answer.Json()).GetProperty("reason").GetString());
        Assert.Empty((await host.Runs.List(new RunQuery())).Items);
    }

    [Fact]
    public async Task WhoDoesNotKnowTheSecret_IsRefused()
    {
        await using var host = await Host();

        await (await Deliver(host, Ready)).IsProblem(HttpStatusCode.Unauthorized);
        await (await Deliver(host, Ready, ("X-Hub-Signature", Signed(Ready + " ")))).IsProblem(HttpStatusCode.Unauthorized);
        await (await Deliver(host, Ready, ("X-Hub-Signature", "sha256=zz"))).IsProblem(HttpStatusCode.Unauthorized);
        await (await Deliver(host, Ready, ("X-Planner-Secret", "guessed"))).IsProblem(HttpStatusCode.Unauthorized);
        await (await Deliver(
            host,
            Ready,
            ("X-Hub-Signature", "sha256=00"),
            ("X-Planner-Secret", ApiHost.WebhookSecret))).IsProblem(HttpStatusCode.Unauthorized);
        Assert.Empty((await host.Runs.List(new RunQuery())).Items);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task SignedNonsense_IsABadRequest(string body)
    {
        await using var host = await Host();

        await (await Deliver(host, body, ("X-Hub-Signature", Signed(body)))).IsProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task HugeDelivery_IsRefusedUnread()
    {
        await using var host = await Host();
        var body = $"{{\"x\": \"{new string('x', 1024 * 1024)}\"}}";

        await (await Deliver(host, body, ("X-Hub-Signature", Signed(body)))).IsProblem(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task ManyDeliveries_AreNotLimitedByRate()
    {
        await using var host = await Host(("Api:RequestsPerMinute", "10"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Deliver(host, Ready, ("X-Hub-Signature", Signed(Ready)))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Accepted, a.StatusCode));
    }

    private static async Task<ApiHost> Host(params (string, string)[] settings)
    {
        var script = new ApiScript();
        script.Talk.States["SHOP-7"] = new TicketState("SHOP-7", "3", "Ready for planning");
        return await ApiHost.Start(script, settings);
    }

    private static async Task<HttpResponseMessage> Deliver(ApiHost host, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/jira/webhook") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await host.Client.SendAsync(request);
    }

    private static string Signed(string body) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(ApiHost.WebhookSecret), Encoding.UTF8.GetBytes(body)))}";
}
