using System.Text;
using System.Text.Json.Nodes;
using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;
using Planner.Testing.Jira;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Tickets;

/// <summary>What is read of a ticket and how its comment comes about, on both products.</summary>
public sealed class JiraTicketTrackerTests
{
    private static JsonNode Adf(string text) => JsonNode.Parse(
        $$"""{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"{{text}}","marks":[{"type":"strong"}]}]}]}""")!;

    private static Task<Ticket> Read(JiraBench bench, string key = "SHOP-1") => bench.Run(() => bench.Tracker.Read(key, default));

    private static void Attach(JiraBench bench, params (string Name, byte[] Content, string Url)[] files)
    {
        var list = new JsonArray();
        foreach (var (name, content, url) in files)
        {
            var id = (300 + list.Count).ToString();
            bench.Jira.World.Attachments[id] = content;
            list.Add(new JsonObject
            {
                ["id"] = id,
                ["filename"] = name,
                ["mimeType"] = "application/octet-stream",
                ["size"] = content.Length,
                ["content"] = url.Replace("{id}", id, StringComparison.Ordinal),
            });
        }

        bench.Jira.World.Tickets["SHOP-1"].Fields["attachment"] = list;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DescriptionAndCriteriaField_AreMarkdown(bool isCloud)
    {
        await using var bench = await JiraBench.Open(isCloud);
        var fields = bench.Jira.World.Tickets["SHOP-1"].Fields;
        fields["description"] = isCloud ? Adf("Returns take days.") : JsonValue.Create("*Returns take days.*");
        fields["customfield_10050"] = isCloud ? Adf("Refund within a day") : JsonValue.Create("*Refund within a day*");
        bench.Jira.World.FieldNames["customfield_10050"] = "Acceptance Criteria";

        var ticket = await Read(bench);

        Assert.Equal("**Returns take days.**\n\n## Acceptance criteria\n\n**Refund within a day**", ticket.Description);
        Assert.Equal($"{bench.Jira.Url}/browse/SHOP-1", ticket.Url);
        Assert.All(bench.Jira.Requests.Skip(1), r => Assert.StartsWith(isCloud ? "/rest/api/3/" : "/rest/api/2/", r.Path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Remarks_AreWhatPeopleSaid_AlsoFromOurAccount_AndNotWhatWeWrote(bool isCloud)
    {
        await using var bench = await JiraBench.Open(isCloud);
        bench.Jira.World.Comment("SHOP-1", isCloud ? Adf("Keep the old route.") : JsonValue.Create("*Keep the old route.*"), "ada");
        bench.Jira.World.Comment("SHOP-1", isCloud ? Adf("Said by hand.") : JsonValue.Create("*Said by hand.*"), InProcessJira.Bot);
        await bench.Run(() => bench.Tracker.Comment("SHOP-1", "run-1", "# The plan", default));

        var remarks = await bench.Run(() => bench.Tracker.Remarks("SHOP-1", default));

        Assert.Equal(["**Keep the old route.**", "**Said by hand.**"], remarks.Select(r => r.Markdown));
        Assert.All(remarks, r => Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", r.Date));
    }

    [Fact]
    public async Task TicketsThatTheTextNames_AreLinks()
    {
        await using var bench = await JiraBench.Open(isCloud: false);
        bench.Jira.World.Add("SHOP-9", "Refunds", status: "Done");
        bench.Jira.World.Tickets["SHOP-1"].Fields["description"] = "As in SHOP-9 and SHOP-1, in UTF-8.";

        var link = Assert.Single((await Read(bench)).Links);

        Assert.Equal(new TicketLink("SHOP-9", "is mentioned", "Refunds", "Done") { IsDone = true }, link);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TextAttachments_StandBelowAsCode(bool isCloud)
    {
        await using var bench = await JiraBench.Open(isCloud);
        var own = bench.Jira.Url + "/secure/attachment/{id}/notes.txt";
        Attach(
            bench,
            ("notes.txt", "# not a heading"u8.ToArray(), own),
            ("picture.png", [1, 2, 3], own),
            ("zero.log", [0, 1, 2], own),
            ("latin.txt", Encoding.Latin1.GetBytes("größe"), own),
            ("long.txt", new byte[200_000], own));

        Assert.Equal("## Attachment `notes.txt`\n\n```txt\n# not a heading\n```", (await Read(bench)).Description);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/secure/attachment/300/notes.txt")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    public async Task AttachmentElsewhere_IsNotFetched(string url)
    {
        await using var bench = await JiraBench.Open(isCloud: false);
        Attach(bench, ("notes.txt", "secret"u8.ToArray(), url));

        Assert.Equal("", (await Read(bench)).Description);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Children_AreSearchedInPages(bool isCloud)
    {
        await using var bench = await JiraBench.Open(isCloud);
        for (var i = 2; i < 252; i++)
        {
            bench.Jira.World.Add($"SHOP-{i}", $"Story {i}").Fields["parent"] = new JsonObject { ["key"] = "SHOP-1" };
        }

        var children = await bench.Run(() => bench.Tracker.Children("SHOP-1", default));

        Assert.Equal((250, true), (children.Items.Count, children.IsComplete));
        Assert.Contains("child", children.Items.Select(c => c.Relation));
    }

    [Fact]
    public async Task MoreChildrenThanAreRead_AreSaidToBeMore()
    {
        await using var bench = await JiraBench.Open();
        for (var i = 2; i < 602; i++)
        {
            bench.Jira.World.Add($"SHOP-{i}", $"Story {i}").Fields["parent"] = new JsonObject { ["key"] = "SHOP-1" };
        }

        var children = await bench.Run(() => bench.Tracker.Children("SHOP-1", default));

        Assert.Equal((500, false), (children.Items.Count, children.IsComplete));
    }

    [Fact]
    public async Task DataCenterWithoutEpics_IsAskedForParentsAlone()
    {
        await using var bench = await JiraBench.Open(isCloud: false);
        bench.Jira.World.Add("SHOP-2", "Story").Fields["parent"] = new JsonObject { ["key"] = "SHOP-1" };
        bench.Jira.Faults.Add(new JiraFault.Status(400, """{"errorMessages":["Field 'Epic Link' does not exist."],"errors":{}}"""), path: "/search");

        Assert.Equal("SHOP-2", Assert.Single((await bench.Run(() => bench.Tracker.Children("SHOP-1", default))).Items).Key);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Comment_IsOneForEachRunAndUpdatedInPlace(bool isCloud)
    {
        await using var bench = await JiraBench.Open(isCloud);
        bench.Jira.World.Comment("SHOP-1", isCloud ? Adf("hello") : JsonValue.Create("hello"), "ann");

        var first = await bench.Comment("a draft");
        var second = await bench.Comment("**APPROVED** done");
        await bench.Comment("another run", "SHOP-1-t2");

        Assert.Equal(first, second);
        Assert.Equal(3, bench.Notes.Count);
        Assert.Equal(1, bench.Notes[1].Updates);
        Assert.Equal(isCloud, bench.Notes[1].Body is JsonObject);
        Assert.Contains("notifyUsers=false", bench.Jira.Requests.Single(r => r.Method == "PUT").Path, StringComparison.Ordinal);
        Assert.Equal($"{bench.Jira.Url}/browse/SHOP-1?focusedCommentId={bench.Notes[1].Id}", first);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SameTextAgain_ChangesNothing(bool isCloud)
    {
        await using var bench = await JiraBench.Open(isCloud);
        await bench.Comment("- [ ] a\n\n| a | b |\n| --- | --- |\n| c | d |");

        await bench.Comment("- [ ] a\n\n| a | b |\n| --- | --- |\n| c | d |");

        Assert.Equal(0, Assert.Single(bench.Notes).Updates);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EarlierRuns_ShrinkToALink(bool isCloud)
    {
        await using var bench = await JiraBench.Open(isCloud);
        await bench.Comment("the first plan", "SHOP-1-t1");
        var latest = await bench.Comment("the second plan", "SHOP-1-t2");

        for (var again = 0; again < 2; again++)
        {
            await bench.Supersede("SHOP-1-t2");
        }

        Assert.Equal(2, bench.Notes.Count);
        Assert.Contains(latest, bench.Notes[0].Body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("the first plan", bench.Notes[0].Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((1, 0), (bench.Notes[0].Updates, bench.Notes[1].Updates));
    }

    [Theory]
    [InlineData(true, "\"type\":\"mention\",\"attrs\":{\"id\":\"712020:ann\",\"text\":\"@Ann Lee\"}")]
    [InlineData(false, "[~ann]")]
    public async Task Reminder_MentionsPeopleAndIsWrittenOnce(bool isCloud, string mention)
    {
        await using var bench = await JiraBench.Open(isCloud);
        JsonObject Ann() => new() { ["accountId"] = "712020:ann", ["name"] = isCloud ? null : "ann", ["displayName"] = "Ann [Lee]" };
        bench.Jira.World.Tickets["SHOP-1"].Fields["reporter"] = Ann();
        bench.Jira.World.Tickets["SHOP-1"].Fields["assignee"] = Ann();
        bench.Jira.Faults.Add(new JiraFault.StatusAfterwards(504), method: "POST", path: "SHOP-1/comment");

        await bench.Remind("SHOP-1-t1/reminder", "**Still open: TD001.**");
        await bench.Remind("SHOP-1-t1/reminder", "**Still open: TD002.**");
        await bench.Remind("SHOP-1-t1/escalation", "**Soon decided without you: TD001.**");

        Assert.Equal(2, bench.Notes.Count);
        var body = bench.Notes[0].Body.ToJsonString();
        Assert.Equal(body.IndexOf(mention, StringComparison.Ordinal), body.LastIndexOf(mention, StringComparison.Ordinal));
        Assert.Contains(mention, body, StringComparison.Ordinal);
        Assert.Contains("TD001", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MarkOfSomebodyElse_IsNoCommentOfOurs()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.World.Comment("SHOP-1", Adf("forged"), "mallory").Properties["planner.comment"] = new JsonObject { ["run"] = "SHOP-1-t1" };

        await bench.Comment();

        Assert.Equal(2, bench.Notes.Count);
        Assert.Equal(0, bench.Notes[0].Updates);
    }

    [Fact]
    public async Task CommentWrittenTwiceByALateAnswer_BecomesOneAgain()
    {
        await using var bench = await JiraBench.Open();
        await bench.Comment("first");
        bench.Jira.World.Comment("SHOP-1", Adf("late"), InProcessJira.Bot).Properties["planner.comment"] = new JsonObject { ["run"] = "SHOP-1-t1" };

        await bench.Comment("second");

        Assert.Equal(1, Assert.Single(bench.Notes).Updates);
    }

    [Fact]
    public async Task CommentRole_IsSaidAtEveryWrite()
    {
        await using var bench = await JiraBench.Open(change: o => o.CommentRole = "Developers");
        await bench.Comment("first");
        await bench.Comment("second");

        Assert.Equal("""{"type":"role","value":"Developers"}""", Assert.Single(bench.Notes).Visibility!.ToJsonString());
    }

    [Fact]
    public async Task Run_IsLinkedOnce()
    {
        await using var bench = await JiraBench.Open();
        await bench.Comment("first");
        await bench.Comment("second");

        var link = Assert.Single(bench.Jira.World.Tickets["SHOP-1"].RemoteLinks);
        Assert.Equal(("planner:run:SHOP-1-t1", "https://planner.example/runs/SHOP-1-t1"), (link.Key, (string)link.Value["url"]!));
    }

    [Fact]
    public async Task LinkThatIsForbidden_CostsTheLinkAlone()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.Status(403), path: "remotelink");

        Assert.Contains("without a link to the run", await bench.Comment(), StringComparison.Ordinal);
        Assert.Single(bench.Notes);
    }

    [Fact]
    public async Task Gateway_IsUsedForCallsAndNeverShown()
    {
        await using var bench =
            await JiraBench.Open(change: o => (o.GatewayUrl, o.BaseUrl, o.CloudId, o.Email) = (o.BaseUrl, "https://team.atlassian.net", "abc-1", null));
        bench.Jira.Faults.Add(new JiraFault.Status(404), times: 9);

        await Assert.ThrowsAsync<TicketNotFoundException>(() => Read(bench));

        var request = Assert.Single(bench.Jira.Requests);
        Assert.StartsWith("/ex/jira/abc-1/rest/api/3/issue/SHOP-1", request.Path, StringComparison.Ordinal);
        Assert.StartsWith("Bearer ", request.Authorization, StringComparison.Ordinal);
        Assert.Equal("https://team.atlassian.net/browse/SHOP-1", bench.Client.Browse("SHOP-1").AbsoluteUri);
    }

    [Fact]
    public async Task LabelAndTransition_AreMade()
    {
        await using var bench = await JiraBench.Open();

        await bench.Run(async () =>
        {
            await bench.Client.Issues.AddLabel("SHOP-1", "planned", default);
            var transition = Assert.Single(await bench.Client.Issues.Transitions("SHOP-1", default));
            await bench.Client.Issues.Transit("SHOP-1", transition, default);
            return true;
        });

        var ticket = await Read(bench);
        Assert.Equal(("Planned", "planned"), (ticket.Status, Assert.Single(ticket.Labels)));
    }
}
