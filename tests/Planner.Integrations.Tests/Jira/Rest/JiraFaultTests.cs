using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;
using Planner.Testing.Jira;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Rest;

/// <summary>Jira fails in every way that is known of it, over real HTTP; in the end there is one comment.</summary>
public sealed class JiraFaultTests
{
    [Fact]
    public async Task TooManyRequestsWithSeconds_AreWaitedFor()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.Status(429, RetryAfter: "30"), method: "POST", path: "/comment");

        await bench.Comment();

        Assert.Equal(2, bench.Posts.Count(p => !p.Path.Contains("list", StringComparison.Ordinal)));
        Assert.True(bench.Posts[^1].At - bench.Posts[0].At >= TimeSpan.FromSeconds(30));
        Assert.Single(bench.Notes);
    }

    [Fact]
    public async Task TooManyRequestsWithADate_AreWaitedFor()
    {
        await using var bench = await JiraBench.Open();
        var date = (bench.Clock.GetUtcNow() + TimeSpan.FromSeconds(45)).ToString("R");
        bench.Jira.Faults.Add(new JiraFault.Status(429, RetryAfter: date), method: "POST", path: "/comment");

        await bench.Comment();

        Assert.True(bench.Posts[^1].At >= DateTimeOffset.Parse(date));
        Assert.Single(bench.Notes);
    }

    [Fact]
    public async Task LongRetryAfter_EndsTheCallAndHoldsTheNextOneToo()
    {
        await using var bench = await JiraBench.Open(change: o => o.TotalTimeout = TimeSpan.FromMinutes(5));
        bench.Jira.Faults.Add(new JiraFault.Status(429, RetryAfter: "1800"), path: "/issue/SHOP-1");

        await Assert.ThrowsAsync<JiraRateLimitedException>(() => bench.Run(() => bench.Tracker.Read("SHOP-1", default)));
        var before = bench.Jira.Requests.Count;
        var again = await Assert.ThrowsAsync<JiraRateLimitedException>(() => bench.Run(() => bench.Tracker.Read("SHOP-1", default)));

        Assert.True(again.RetryHelps);
        Assert.Equal(before, bench.Jira.Requests.Count);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task BurstOfServerErrors_IsReadThrough(int status)
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.Status(status), times: 3, path: "/issue/SHOP-1");

        var ticket = await bench.Run(() => bench.Tracker.Read("SHOP-1", default));

        Assert.Equal("Customers can return goods", ticket.Summary);
    }

    [Fact]
    public async Task ServerErrorBeforeTheWrite_IsNoSecondComment()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.Status(500), method: "POST", path: "SHOP-1/comment");

        await bench.CommentAsAStep();

        Assert.Equal(2, bench.Posts.Count);
        Assert.Single(bench.Notes);
    }

    [Fact]
    public async Task ServerErrorAfterTheWrite_IsFoundByItsMarkAndNotWrittenAgain()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.StatusAfterwards(502), method: "POST", path: "SHOP-1/comment");

        await bench.Comment();

        Assert.Single(bench.Posts);
        Assert.Single(bench.Notes);
    }

    [Fact]
    public async Task TimeOutBeforeTheWrite_IsWrittenByTheNextAttemptOfTheStep()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.Silence(), method: "POST", path: "SHOP-1/comment");

        await bench.CommentAsAStep();

        Assert.Equal(2, bench.Posts.Count);
        Assert.Single(bench.Notes);
    }

    [Fact]
    public async Task TimeOutAfterTheWrite_IsFoundByItsMarkAndNotWrittenAgain()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.SilenceAfterwards(), method: "POST", path: "SHOP-1/comment");

        await bench.Comment();

        Assert.Single(bench.Posts);
        Assert.Single(bench.Notes);
    }

    [Fact]
    public async Task AnswerThatBreaksInTheMiddle_IsReadAgain()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.BreakInBody(), times: 2, path: "/issue/SHOP-1");

        Assert.Equal("SHOP-1", (await bench.Run(() => bench.Tracker.Read("SHOP-1", default))).Key);
    }

    [Fact]
    public async Task WriteWhoseAnswerBreaksInTheMiddle_IsFoundByItsMark()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.BreakInBody(), method: "POST", path: "SHOP-1/comment");

        await bench.Comment();

        Assert.Single(bench.Posts);
        Assert.Single(bench.Notes);
    }

    [Fact]
    public async Task ConnectionThatBreaksAtOnce_IsMadeAgain()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.Break(), times: 2, path: "/issue/SHOP-1");

        Assert.Equal("SHOP-1", (await bench.Run(() => bench.Tracker.Read("SHOP-1", default))).Key);
    }

    [Fact]
    public async Task PageInsteadOfJson_IsSaidToBeOneAndNeverParsed()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.Page(), path: "/issue/SHOP-1");

        var fault = await Assert.ThrowsAsync<JiraAnswerException>(() => bench.Run(() => bench.Tracker.Read("SHOP-1", default)));

        Assert.Contains("web page instead of JSON", fault.Message, StringComparison.Ordinal);
        Assert.True(fault.RetryHelps);
    }

    [Fact]
    public async Task PageInsteadOfTheAnswerToAWrite_IsNoSecondComment()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.Page(), method: "POST", path: "SHOP-1/comment");

        await bench.Comment();

        Assert.Single(bench.Posts);
        Assert.Single(bench.Notes);
    }

    [Fact]
    public async Task SlowAnswer_IsWaitedFor()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.Slow(TimeSpan.FromMinutes(2)), path: "/issue/SHOP-1");

        Assert.Equal("SHOP-1", (await bench.Run(() => bench.Tracker.Read("SHOP-1", default))).Key);
    }

    [Fact]
    public async Task JiraDownForAnHour_IsSurvivedByTheStep()
    {
        await using var bench = await JiraBench.Open();
        var back = bench.Clock.GetUtcNow() + TimeSpan.FromHours(1);
        bench.Jira.Faults.Add(new JiraFault.Status(503, "<html>Jira is starting</html>", "text/html"), times: int.MaxValue);
        using var repair = bench.Clock.CreateTimer(_ => bench.Jira.Faults.Clear(), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);

        await bench.CommentAsAStep();

        Assert.True(bench.Clock.GetUtcNow() >= back);
        Assert.Single(bench.Notes);
        // The breaker and the step's pauses keep the calls few.
        Assert.InRange(bench.Jira.Requests.Count, 10, 200);
    }

    [Fact]
    public async Task CommentDeletedByPeople_IsWrittenAnew()
    {
        await using var bench = await JiraBench.Open();
        await bench.Comment("first");
        bench.Jira.World.DeleteComment("SHOP-1", bench.Notes[0].Id);

        await bench.Comment("second");

        Assert.Contains("second", Assert.Single(bench.Notes).Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommentDeletedBetweenLookAndUpdate_IsWrittenAnew()
    {
        await using var bench = await JiraBench.Open();
        await bench.Comment("first");
        var gone = bench.Notes[0].Id;
        bench.Jira.Faults.Add(new JiraFault.Meanwhile(() => bench.Jira.World.DeleteComment("SHOP-1", gone)), method: "PUT");

        await bench.Comment("second");

        var note = Assert.Single(bench.Notes);
        Assert.NotEqual(gone, note.Id);
        Assert.Contains("second", note.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TicketMovedDuringTheRun_IsFoundByItsOldKey()
    {
        await using var bench = await JiraBench.Open();
        await bench.Comment("first");
        bench.Jira.World.Move("SHOP-1", "CORE-7");

        await bench.Comment("second");

        Assert.Equal("CORE-7", (await bench.Run(() => bench.Tracker.Read("SHOP-1", default))).Key);
        Assert.Contains("second", Assert.Single(bench.Notes).Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TicketDeletedDuringTheRun_IsSaidToBeGone()
    {
        await using var bench = await JiraBench.Open();
        await bench.Comment("first");
        bench.Jira.World.Delete("SHOP-1");

        var fault = await Assert.ThrowsAsync<TicketNotFoundException>(() => bench.Comment("second"));

        Assert.False(fault.RetryHelps);
    }
}
