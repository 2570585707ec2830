using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;
using Planner.Testing.Jira;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Rest;

/// <summary>A 404 is told by what was asked for: only one for a ticket says that the ticket is gone.</summary>
public sealed class JiraMissingTests
{
    private static readonly JiraFault Gone = new JiraFault.Status(404, """{"errorMessages":["Not found."],"errors":{}}""");

    private static readonly Dictionary<JiraSubject, Func<JiraClient, Task>> Calls = new()
    {
        [JiraSubject.Ticket] = jira => jira.Issues.Transitions("SHOP-1", default),
        [JiraSubject.Comment] = jira => jira.Comments.Get("SHOP-1", "10001", default),
        [JiraSubject.Attachment] = jira => jira.Attachments.Text(new JiraAttachment("300", "notes.txt", "text/plain", 10, ""), 100, default),
        [JiraSubject.Page] = jira => jira.Pages.Read("700", default),
        [JiraSubject.Person] = jira => jira.Person("ann", default),
        [JiraSubject.Project] = jira => jira.Roles.Holds("SHOP", "Developers", "ann", default),
    };

    private static readonly Dictionary<string, Func<JiraClient, Task>> Routes = new(StringComparer.Ordinal)
    {
        ["/search"] = jira => jira.Search.Find("parent = SHOP-1", ["summary"], 10, default),
        ["/myself"] = jira => jira.Myself(default),
        ["/serverInfo"] = jira => jira.Server(default),
    };

    [Theory]
    [InlineData(JiraSubject.Ticket)]
    [InlineData(JiraSubject.Comment)]
    [InlineData(JiraSubject.Attachment)]
    [InlineData(JiraSubject.Page)]
    [InlineData(JiraSubject.Person)]
    [InlineData(JiraSubject.Project)]
    public async Task WhatIsMissing_IsWhatWasAskedFor(JiraSubject subject)
    {
        await using var bench = await JiraBench.Open();
        await bench.Run(() => bench.Client.Server(default));
        bench.Jira.Faults.Add(Gone, times: 9);

        var fault = await Assert.ThrowsAsync<JiraNotFoundException>(() => Ask(bench, Calls[subject]));

        Assert.Equal((subject, subject == JiraSubject.Comment), (fault.Subject, fault.RetryHelps));
    }

    [Theory]
    [InlineData("/search", 404)]
    [InlineData("/search", 410)]
    [InlineData("/myself", 404)]
    [InlineData("/serverInfo", 404)]
    public async Task RouteThatIsNotThere_IsAFaultOfTheAddress(string route, int status)
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.Status(status), times: 9, path: route);

        var fault = await Assert.ThrowsAsync<JiraAddressException>(() => Ask(bench, Routes[route]));

        Assert.Contains(route, fault.Message, StringComparison.Ordinal);
        Assert.Contains("Jira__BaseUrl", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "/rest/api/3/search/jql")]
    [InlineData(false, "/rest/api/2/search")]
    public async Task ChildSearchThatIsNotThere_DoesNotSayThatTheTicketIsGone(bool isCloud, string route)
    {
        await using var bench = await JiraBench.Open(isCloud);
        bench.Jira.Faults.Add(new JiraFault.Status(404, "", "text/plain"), times: 9, path: "/search");

        var fault = await Assert.ThrowsAsync<TicketUnreadableException>(() => bench.Run(() => bench.Tracker.Children("SHOP-1", default)));

        Assert.Contains($"no route {route} for searching", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContextPathThatIsMissing_IsAFaultOfTheAddressForATicketToo()
    {
        await using var bench = await JiraBench.Open(isCloud: false);
        bench.Jira.Faults.Add(
            new JiraFault.Status(404, """{"message":"null for uri: https://jira.example/rest/api/2/issue/SHOP-1","status-code":404}"""),
            times: 9,
            path: "/issue/");

        var fault = await Assert.ThrowsAsync<JiraAddressException>(() => bench.Run(() => bench.Tracker.Read("SHOP-1", default)));

        Assert.Contains("context path", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatWentAway_AnswersWithAPageAndLeavesTheTicketReadable()
    {
        await using var bench = await JiraBench.Open(isCloud: false);
        var url = $"{bench.Jira.Url}/secure/attachment/300/notes.txt";
        bench.Jira.World.Tickets["SHOP-1"].Fields["attachment"] = new System.Text.Json.Nodes.JsonArray(
            new System.Text.Json.Nodes.JsonObject
            {
                ["id"] = "300",
                ["filename"] = "notes.txt",
                ["mimeType"] = "text/plain",
                ["size"] = 10,
                ["content"] = url,
            });
        bench.Jira.Faults.Add(new JiraFault.Status(404, "<html><body>Oops</body></html>", "text/html"), times: 9, path: "/secure/attachment");

        Assert.Equal("SHOP-1", (await bench.Run(() => bench.Tracker.Read("SHOP-1", default))).Key);
    }

    [Fact]
    public async Task LinkThatIsNotThere_CostsTheLinkAlone()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(Gone, path: "remotelink");

        Assert.Contains("without a link to the run", await bench.Comment(), StringComparison.Ordinal);
        Assert.Single(bench.Notes);
    }

    private static Task<bool> Ask(JiraBench bench, Func<JiraClient, Task> call) => bench.Run(async () =>
    {
        await call(bench.Client);
        return true;
    });
}
