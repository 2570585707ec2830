using System.Text.Json.Nodes;
using Planner.Core.Tickets;
using Planner.Testing.Jira;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Tickets;

/// <summary>Wiki pages that a ticket links or names.</summary>
public sealed class LinkedPagesTests
{
    private static string Adf(string text) =>
        $$"""{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"{{text}}"}]}]}""";

    private static Task<Ticket> Read(JiraBench bench) => bench.Run(() => bench.Tracker.Read("SHOP-1", CancellationToken.None));

    private static void Link(JiraBench bench, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            bench.Jira.World.Tickets["SHOP-1"].RemoteLinks[address] = new JsonObject { ["url"] = address };
        }
    }

    private static List<string> Calls(JiraBench bench) => [.. bench.Jira.Requests.Select(r => r.Path).Where(p => p.Contains("wiki", StringComparison.Ordinal))];

    [Fact]
    public async Task PagesThatAreLinkedOrNamed_StandBelowTheDescriptionOnce()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.World.Pages["41"] = ("Returns", Adf("Goods come back within 30 days."));
        bench.Jira.World.Pages["42"] = ("Refunds", Adf("Money goes back."));
        Link(bench, $"{bench.Jira.Url}/wiki/spaces/SHOP/pages/41/Returns");
        bench.Jira.World.Tickets["SHOP-1"].Fields["description"] =
            JsonNode.Parse(Adf($"See {bench.Jira.Url}/wiki/pages/viewpage.action?pageId=42 and {bench.Jira.Url}/wiki/spaces/SHOP/pages/41"));

        var ticket = await Read(bench);

        Assert.EndsWith(
            "\n\n## Page `Returns`\n\n```markdown\nGoods come back within 30 days.\n```\n\n## Page `Refunds`\n\n```markdown\nMoney goes back.\n```",
            ticket.Description,
            StringComparison.Ordinal);
        Assert.Null(ticket.Unread);
        Assert.Equal(2, Calls(bench).Count);
    }

    [Fact]
    public async Task OtherAddresses_AreNeverCalled()
    {
        await using var bench = await JiraBench.Open();
        var host = new Uri(bench.Jira.Url);
        Link(
            bench,
            "http://169.254.169.254/wiki/spaces/X/pages/1",
            $"http://me@{host.Authority}/wiki/spaces/X/pages/2",
            $"http://{host.Host}:1/wiki/spaces/X/pages/3",
            $"{bench.Jira.Url}/rest/pages/4",
            "file:///wiki/pages/5",
            "no address");

        var ticket = await Read(bench);

        Assert.Null(ticket.Unread);
        Assert.Empty(Calls(bench));
    }

    [Fact]
    public async Task WhatCannotBeRead_IsALimitation()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.World.Pages["2"] = ("Broken", "{");
        bench.Jira.World.Pages["3"] = ("Long", Adf(new string('x', 40_000)));
        Link(
            bench,
            $"{bench.Jira.Url}/wiki/spaces/X/pages/1",
            $"{bench.Jira.Url}/wiki/spaces/X/pages/2",
            $"{bench.Jira.Url}/wiki/spaces/X/pages/3",
            $"{bench.Jira.Url}/wiki/x/AbC");

        var unread = (await Read(bench)).Unread!;

        Assert.Equal(4, unread.Count);
        Assert.Contains(unread, l => l.StartsWith("SHOP-1 links places of the wiki whose address names no page", StringComparison.Ordinal));
        Assert.Contains(unread, l => l.StartsWith("Wiki page 1, which SHOP-1 links, could not be read:", StringComparison.Ordinal));
        Assert.Contains("Wiki page 2, which SHOP-1 links, has no text that can be understood.", unread);
        Assert.Contains("Wiki page 3, which SHOP-1 links, is long; its first 32 K characters are read.", unread);
    }

    [Fact]
    public async Task MorePagesThanAreRead_AreSaid()
    {
        await using var bench = await JiraBench.Open();
        for (var i = 1; i <= 7; i++)
        {
            bench.Jira.World.Pages[$"{i}"] = ($"Page {i}", Adf("text"));
        }

        Link(bench, [.. Enumerable.Range(1, 7).Select(i => $"{bench.Jira.Url}/wiki/spaces/X/pages/{i}")]);

        Assert.Equal(["SHOP-1 links 7 wiki pages, of which the first 5 are read."], (await Read(bench)).Unread);
        Assert.Equal(5, Calls(bench).Count);
    }

    [Fact]
    public async Task WikiThatIsDown_CostsNothingButItsPages()
    {
        await using var bench = await JiraBench.Open(change: o => o.Retries = 1);
        bench.Jira.Faults.Add(new JiraFault.Status(503, "down"), times: int.MaxValue, path: "/wiki/");
        Link(bench, $"{bench.Jira.Url}/wiki/spaces/X/pages/1", $"{bench.Jira.Url}/wiki/spaces/X/pages/2");

        Assert.StartsWith(
            "Wiki page 1, which SHOP-1 links, could not be read, and those after it were not asked for: ",
            Assert.Single((await Read(bench)).Unread!),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataCenter_SaysThatItsWikiIsNotRead()
    {
        await using var bench = await JiraBench.Open(isCloud: false);
        Link(bench, $"{bench.Jira.Url}/wiki/pages/viewpage.action?pageId=1");

        Assert.Equal(["SHOP-1 links pages of a wiki on its own server, which are not read."], (await Read(bench)).Unread);
        Assert.Empty(Calls(bench));
    }
}
