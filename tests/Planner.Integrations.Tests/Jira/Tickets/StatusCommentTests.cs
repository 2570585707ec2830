using System.Text.Json.Nodes;
using Planner.Testing.Jira;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Tickets;

/// <summary>Comments of runs that end without a plan, and people who hear of an escalation.</summary>
public sealed class StatusCommentTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AmendedComment_IsReplacedInPlaceOnce(bool isCloud)
    {
        await using var bench = await JiraBench.Open(isCloud);
        await bench.Comment("at work");

        for (var again = 0; again < 2; again++)
        {
            await bench.Amend("SHOP-1-t1", "**Planning was stopped**");
        }

        var note = Assert.Single(bench.Notes);
        Assert.Contains("Planning was stopped", note.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(1, note.Updates);
    }

    [Fact]
    public async Task CommentThatIsNotThere_IsNotWritten()
    {
        await using var bench = await JiraBench.Open();
        await bench.Comment("of another run", "SHOP-1-t2");

        await bench.Amend("SHOP-1-t1", "**Planning was stopped**");

        Assert.Contains("of another run", Assert.Single(bench.Notes).Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, bench.Notes[0].Updates);
    }

    [Theory]
    [InlineData(true, "712020:eve", "\"type\":\"mention\",\"attrs\":{\"id\":\"712020:eve\"")]
    [InlineData(false, "name-of-eve", "[~name-of-eve]")]
    public async Task WhoHearsOfAnEscalation_IsMentionedBesideTheReporter(bool isCloud, string account, string mention)
    {
        await using var bench = await JiraBench.Open(isCloud);
        bench.Jira.World.Tickets["SHOP-1"].Fields["reporter"] = new JsonObject { ["accountId"] = "712020:ann", ["name"] = "ann", ["displayName"] = "Ann" };

        var missed = await bench.Remind("SHOP-1-t1/escalation", "**Soon decided without you: TD001.**", account);

        Assert.Null(missed);
        var body = Assert.Single(bench.Notes).Body.ToJsonString();
        Assert.Contains(mention, body, StringComparison.Ordinal);
        Assert.Contains("ann", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoIsNotThere_IsSaidAndKeepsNobodyFromBeingNotified()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.World.Tickets["SHOP-1"].Fields["reporter"] = new JsonObject { ["accountId"] = "712020:ann", ["displayName"] = "Ann" };

        var missed = await bench.Remind("SHOP-1-t1/escalation", "**Soon decided without you: TD001.**", "nobody");

        Assert.StartsWith("Decisions__EscalateTo was not mentioned", missed, StringComparison.Ordinal);
        Assert.Contains("712020:ann", Assert.Single(bench.Notes).Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommentRole_HoldsForReminders()
    {
        await using var bench = await JiraBench.Open(change: o => o.CommentRole = "Developers");

        await bench.Remind("SHOP-1-t1/reminder", "**Still open: TD001.**");
        await bench.Comment("at work");
        await bench.Amend("SHOP-1-t1", "stopped");

        Assert.All(bench.Notes, n => Assert.Equal("Developers", (string?)n.Visibility?["value"]));
    }
}
