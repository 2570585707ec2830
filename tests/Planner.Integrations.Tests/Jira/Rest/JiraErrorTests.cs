using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;
using Planner.Testing.Jira;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Rest;

/// <summary>What people must mend is said by its cause, once, and tried no second time.</summary>
public sealed class JiraErrorTests
{
    private static async Task<(T Fault, int Requests)> Failed<T>(JiraFault fault)
        where T : Exception
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(fault, times: 10, path: "/issue/SHOP-1");
        var thrown = await Assert.ThrowsAsync<T>(() => bench.Run(() => bench.Tracker.Read("SHOP-1", default)));
        return (thrown, bench.Jira.Requests.Count(r => r.Path.Contains("/issue/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WrongToken_NamesTheKeysToMendAndNoSecret()
    {
        await using var bench = await JiraBench.Open(change: o => o.ApiToken = "bad-token");

        var fault = await Assert.ThrowsAsync<JiraCredentialsException>(() => bench.Run(() => bench.Tracker.Read("SHOP-1", default)));

        Assert.Contains("Jira__Email and Jira__ApiToken", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bad-token", fault.ToString(), StringComparison.Ordinal);
        Assert.False(fault.RetryHelps);
    }

    [Fact]
    public async Task Forbidden_SaysWhichPermission()
    {
        var (fault, requests) = await Failed<JiraPermissionException>(new JiraFault.Status(403, """{"message":"Forbidden by policy"}"""));

        Assert.Contains("Forbidden by policy", fault.Message, StringComparison.Ordinal);
        Assert.Equal((false, 1), (fault.RetryHelps, requests));
    }

    [Fact]
    public async Task UnseenTicket_IsNotFound()
    {
        await using var bench = await JiraBench.Open();

        var fault = await Assert.ThrowsAsync<TicketNotFoundException>(() => bench.Run(() => bench.Tracker.Read("SHOP-404", default)));

        Assert.Contains("SHOP-404", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PageWith404_IsAnUnknownSiteAndNoMissingTicket()
    {
        var (fault, _) = await Failed<JiraAddressException>(new JiraFault.Status(
            404,
            "<html><body>Your Atlassian Cloud site is currently unavailable.</body></html>",
            "text/html"));

        Assert.Contains("Jira__BaseUrl", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadRequest_TellsJirasWords()
    {
        var (fault, requests) = await Failed<JiraRejectedException>(new JiraFault.Status(
            400,
            """{"errorMessages":[],"errors":{"customfield_10010":"Field cannot be set. It is not on the appropriate screen."}}"""));

        Assert.Contains("customfield_10010: Field cannot be set", fault.Message, StringComparison.Ordinal);
        Assert.Equal((false, 1), (fault.RetryHelps, requests));
    }

    [Fact]
    public async Task BadRequestAboutPermission_IsOneOfPermission()
    {
        var (fault, _) = await Failed<JiraPermissionException>(new JiraFault.Status(
            400,
            """{"errorMessages":["User, you do not have the permission to comment on this issue."],"errors":{}}"""));

        Assert.False(fault.RetryHelps);
    }

    [Fact]
    public async Task ProblemDetails_AreUnderstood()
    {
        var (fault, _) = await Failed<JiraRejectedException>(new JiraFault.Status(
            422,
            """{"title":"Unprocessable","detail":"Too many fields."}""",
            "application/problem+json"));

        Assert.Contains("Unprocessable; Too many fields.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        var (fault, requests) = await Failed<JiraAddressException>(new JiraFault.Status(302, "", "text/html"));

        Assert.Equal((false, 1), (fault.RetryHelps, requests));
    }

    [Fact]
    public async Task ConflictOfWrites_IsTriedAgain()
    {
        var (fault, _) = await Failed<JiraRejectedException>(new JiraFault.Status(409));

        Assert.True(fault.RetryHelps);
    }

    [Fact]
    public async Task AnswerOverTheLimit_IsNotReadWhole()
    {
        await using var bench = await JiraBench.Open(change: o => o.MaxResponseBytes = 65_536);
        bench.Jira.World.Add("SHOP-2", new string('x', 200_000));

        var fault = await Assert.ThrowsAsync<JiraAnswerTooLargeException>(() => bench.Run(() => bench.Tracker.Read("SHOP-2", default)));

        Assert.Contains("Jira__MaxResponseBytes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyThere_IsSaidAndWorthATry()
    {
        await using var bench = await JiraBench.Open(change: o => o.BaseUrl = "http://127.0.0.1:1");

        var fault = await Assert.ThrowsAsync<JiraUnreachableException>(() => bench.Run(() => bench.Tracker.Read("SHOP-1", default)));

        Assert.Equal((true, false), (fault.RetryHelps, fault.MayHaveTakenEffect));
    }

    [Fact]
    public async Task SomethingElseThanAKey_AsksNothing()
    {
        await using var bench = await JiraBench.Open();

        await Assert.ThrowsAsync<TicketUnreadableException>(() => bench.Run(() => bench.Tracker.Read("SHOP-1/../../myself", default)));

        Assert.Empty(bench.Jira.Requests);
    }
}
