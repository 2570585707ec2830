using System.Globalization;
using System.Text.Json.Nodes;
using Planner.Core.Conversation;
using Planner.Integrations.Notifications;
using Xunit;

namespace Planner.Integrations.Tests.Notifications;

public sealed class WebhookNotifierTests
{
    [Fact]
    public async Task SlackMessage_ShowsForeignTextAndRunsNoneOfIt()
    {
        await using var bench = await NotifierBench.Open(planner: new Uri("https://planner.example/x/"));

        await bench.Send();

        var (body, _) = Assert.Single(bench.Receiver.Received);
        var blocks = body["blocks"]!.AsArray();
        Assert.All(blocks, b => Assert.Equal(("section", "mrkdwn", true), ((string?)b!["type"], (string?)b["text"]!["type"], (bool)b["text"]!["verbatim"]!)));
        Assert.Equal("SHOP-101: 1 decision needed until Tue 2026-03-03 09:00 UTC", (string?)body["text"]);
        Assert.Equal("*SHOP-101: 1 decision needed until Tue 2026-03-03 09:00 UTC*", (string?)blocks[0]!["text"]!["text"]);
        Assert.Equal(
            "Customers &lt;!channel&gt; return *goods* &amp; [win](http://evil.example) @\u200bhere &lt;http://evil.example|prize&gt;\nTo answer: "
                + "/decide TD001 A",
            (string?)blocks[1]!["text"]!["text"]);
        Assert.Equal(
            "<https://team.atlassian.net/browse/SHOP-101|Open SHOP-101>  ·  <https://planner.example/x/runs/SHOP-101-t7|Open the run>",
            (string?)blocks[2]!["text"]!["text"]);
    }

    [Fact]
    public async Task TeamsMessage_IsACardOfPlainTextRuns()
    {
        await using var bench = await NotifierBench.Open(NotificationKind.Teams);

        await bench.Send();

        var (body, _) = Assert.Single(bench.Receiver.Received);
        Assert.Equal("message", (string?)body["type"]);
        var attachment = Assert.Single(body["attachments"]!.AsArray())!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)attachment["contentType"]);
        var card = attachment["content"]!;
        Assert.Equal(("AdaptiveCard", "1.4"), ((string?)card["type"], (string?)card["version"]));
        Assert.All(card["body"]!.AsArray(), b => Assert.Equal("RichTextBlock", (string?)b!["type"]));
        Assert.Equal(
            "Customers <!channel> return *goods* & [win](http://evil.example) @\u200bhere <http://evil.example|prize>",
            (string?)card["body"]![1]!["inlines"]![0]!["text"]);
        var action = Assert.Single(card["actions"]!.AsArray())!;
        Assert.Equal(("Action.OpenUrl", "https://team.atlassian.net/browse/SHOP-101"), ((string?)action["type"], (string?)action["url"]));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData(null)]
    public void TicketWithoutAWebAddress_IsNotLinked(string? address)
    {
        var card = TeamsMessage.Of(NotifierBench.Message with { TicketUrl = address }, planner: null);

        Assert.Empty(card["attachments"]![0]!["content"]!["actions"]!.AsArray());
    }

    [Fact]
    public void LongMessage_StaysWithinWhatReceiversTake()
    {
        var message = NotifierBench.Message with { Lines = [.. Enumerable.Repeat(new string('&', 5_000), 100)] };

        var slack = SlackMessage.Of(message, planner: null);

        Assert.All(slack["blocks"]!.AsArray(), b => Assert.True(((string)b!["text"]!["text"]!).Length <= 3_000));
        Assert.True(slack["blocks"]!.AsArray().Count <= 50);
        Assert.True(TeamsMessage.Of(message, planner: null).ToJsonString().Length < 28 * 1024 * 3);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task ReceiverThatTookNothing_IsAskedAgain(int status)
    {
        await using var bench = await NotifierBench.Open();
        bench.Receiver.Then(status, "rollup_error").Then(status, "<html>down</html>", "text/html");

        await bench.Send();

        Assert.Equal(3, bench.Receiver.Received.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RetryAfter_IsHonoured(bool asDate)
    {
        await using var bench = await NotifierBench.Open();
        var asked = asDate ? (bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(2)).ToString("R", CultureInfo.InvariantCulture) : "120";
        bench.Receiver.Then(429, retryAfter: asked);

        await bench.Send();

        var times = bench.Receiver.Received.Select(r => r.At).ToList();
        Assert.True(times[1] - times[0] >= TimeSpan.FromSeconds(115), $"{times[1] - times[0]}");
    }

    [Fact]
    public async Task RetryAfterBeyondPatience_IsGivenUpAtOnce()
    {
        await using var bench = await NotifierBench.Open();
        bench.Receiver.Then(429, retryAfter: "7200");

        Assert.Equal("Slack takes no more messages for a while (429).", await bench.SendInVain());
        Assert.Single(bench.Receiver.Received);
    }

    [Fact]
    public async Task ReceiverThatIsDownForLong_IsGivenUpInTime()
    {
        await using var bench = await NotifierBench.Open();
        for (var i = 0; i < 20; i++)
        {
            bench.Receiver.Then(503);
        }

        Assert.Equal("Slack cannot take messages now (503).", await bench.SendInVain());
        Assert.Equal(5, bench.Receiver.Received.Count);
    }

    [Fact]
    public async Task MessageThatMayHaveArrived_IsNotSentAgain()
    {
        await using var bench = await NotifierBench.Open();
        bench.Receiver.ThenReset();
        Assert.Contains("whether the message arrived is not known", await bench.SendInVain(), StringComparison.Ordinal);

        bench.Receiver.ThenHang();
        Assert.Contains("whether the message arrived is not known", await bench.SendInVain(), StringComparison.Ordinal);

        bench.Receiver.Then(504);
        Assert.Contains("whether the message arrived is not known", await bench.SendInVain(), StringComparison.Ordinal);

        Assert.Equal(3, bench.Receiver.Received.Count);
    }

    [Theory]
    [InlineData(200, "<html>Please log in</html>", "text/html", "a web page answered instead of Slack (200)")]
    [InlineData(302, "", "text/plain", "Slack's webhook leads elsewhere (302)")]
    [InlineData(400, "invalid_blocks", "text/plain", "Slack does not accept the message (400: invalid_blocks)")]
    [InlineData(
        403,
        "Sign at https://hooks.example/T0B0xyzSECRETxyz",
        "text/plain",
        "Slack does not know the webhook any more or forbids it (403): make a new one")]
    [InlineData(404, "no_service", "text/plain", "Slack does not know the webhook any more or forbids it (404: no_service): make a new one")]
    public async Task RefusedMessage_SaysWhatHelps(int status, string body, string type, string said)
    {
        await using var bench = await NotifierBench.Open();
        bench.Receiver.Then(status, body, type);

        Assert.StartsWith(said, await bench.SendInVain(), StringComparison.Ordinal);
        Assert.Single(bench.Receiver.Received);
    }

    [Fact]
    public async Task NobodyThere_IsSaidWithoutTheAddress()
    {
        await using var bench = await NotifierBench.Open();
        await bench.Receiver.DisposeAsync();

        Assert.StartsWith("Slack's webhook cannot be reached", await bench.SendInVain(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotificationFailedException>(() => bench.Notifier.Reach(CancellationToken.None));
    }

    [Fact]
    public async Task Reaching_PostsNothingAndKeepsTheSecret()
    {
        await using var bench = await NotifierBench.Open();

        await bench.Notifier.Reach(CancellationToken.None);

        Assert.Equal(["HEAD /"], bench.Receiver.Requests);
    }
}
