using System.Text.Json.Nodes;
using Planner.Core.Conversation;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Tickets;
using Planner.Testing.Jira;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Tickets;

/// <summary>States, comments, roles and replies, on both products.</summary>
public sealed class JiraConversationTests
{
    private static Task<T> Ask<T>(JiraBench bench, Func<JiraConversation, Task<T>> ask) => bench.Run(() => ask(new JiraConversation(bench.Client)));

    private static Task<bool> Reply(JiraBench bench, string ticket = "SHOP-1", string text = "TD001 is decided: **B**.") => Ask(bench, async c =>
    {
        await c.Reply(ticket, "reply-10001", text, default);
        return true;
    });

    [Theory]
    [InlineData("SHOP-1")]
    [InlineData("OLD-1")]
    [InlineData("20000")]
    public async Task State_IsFoundByEveryNameOfATicket(string name)
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.World.Tickets["OLD-1"] = bench.Jira.World.Tickets["SHOP-1"];

        Assert.Equal(new TicketState("SHOP-1", "10001", "Ready for planning"), await Ask(bench, c => c.State(name, default)));
    }

    [Theory]
    [InlineData("SHOP-404")]
    [InlineData("..")]
    [InlineData("SHOP-1/comment")]
    [InlineData("")]
    public async Task StateOfNothing_IsNull(string name)
    {
        await using var bench = await JiraBench.Open();

        Assert.Null(await Ask(bench, c => c.State(name, default)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Comment_IsMarkdownWithItsAuthor(bool isCloud)
    {
        await using var bench = await JiraBench.Open(isCloud);
        JsonNode body = isCloud
            ? JsonNode.Parse("""{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"/decide TD001 B because "},"""
                + """{"type":"text","text":"cheap","marks":[{"type":"strong"}]}]}]}""")!
            : JsonValue.Create("/decide TD001 B because *cheap*");
        var note = bench.Jira.World.Comment("SHOP-1", body, "ann");

        Assert.Equal(
            new TicketComment(note.Id, "ann", "User ann", "/decide TD001 B because **cheap**", IsOurs: false),
            await Ask(bench, c => c.Comment("SHOP-1", note.Id, default)));
    }

    [Fact]
    public async Task CommentThatIsGone_IsNull()
    {
        await using var bench = await JiraBench.Open();

        Assert.Null(await Ask(bench, c => c.Comment("SHOP-1", "99", default)));
        Assert.Null(await Ask(bench, c => c.Comment("SHOP-1", "../../myself", default)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OwnComments_AreKnownByTheirMarkAlone(bool isCloud)
    {
        await using var bench = await JiraBench.Open(isCloud);
        await bench.Comment("the plan");
        await Reply(bench);
        var byHand = bench.Jira.World.Comment("SHOP-1", bench.Notes[0].Body.DeepClone(), InProcessJira.Bot);

        Assert.True((await Ask(bench, c => c.Comment("SHOP-1", bench.Notes[0].Id, default)))!.IsOurs);
        Assert.True((await Ask(bench, c => c.Comment("SHOP-1", bench.Notes[1].Id, default)))!.IsOurs);
        Assert.False((await Ask(bench, c => c.Comment("SHOP-1", byHand.Id, default)))!.IsOurs);
    }

    [Fact]
    public async Task Reply_IsWrittenOnce()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.SilenceAfterwards(), method: "POST", path: "SHOP-1/comment");

        await Reply(bench);
        await Reply(bench, text: "other words");

        Assert.Contains("is decided", Assert.Single(bench.Notes).Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReplyOnATicketThatIsGone_IsNoFault()
    {
        await using var bench = await JiraBench.Open();

        Assert.True(await Reply(bench, "SHOP-404"));
    }

    [Theory]
    [InlineData(true, "ann", true)]
    [InlineData(true, "eve", true)]
    [InlineData(true, "mallory", false)]
    [InlineData(false, "ann", true)]
    [InlineData(false, "eve", true)]
    [InlineData(false, "mallory", false)]
    public async Task Role_IsHeldByPeopleAndGroups(bool isCloud, string account, bool expected)
    {
        await using var bench = await JiraBench.Open(isCloud);
        bench.Jira.World.Roles["Developers"] = ["ann", "group:planners"];
        bench.Jira.World.Roles["Users"] = ["mallory"];
        bench.Jira.World.Groups["planners"] = [.. Enumerable.Range(0, 70).Select(i => $"person{i}"), "eve"];

        Assert.Equal(expected, await Ask(bench, c => c.HoldsRole("SHOP-1", account, "developers", default)));
        Assert.False(await Ask(bench, c => c.HoldsRole("SHOP-1", account, "Nobody", default)));
    }

    [Fact]
    public async Task RolesThatMayNotBeSeen_AreAFaultAndNoRefusal()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.Status(403), path: "/role");

        await Assert.ThrowsAsync<JiraPermissionException>(() => Ask(bench, c => c.HoldsRole("SHOP-1", "ann", "Developers", default)));
    }
}
