using Planner.Integrations.Jira.Resilience;
using Planner.Integrations.Jira.Rest;
using Planner.Testing.Clock;
using Planner.Testing.Jira;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Resilience;

/// <summary>Limits, the breaker, and calls at once.</summary>
public sealed class JiraPatienceTests
{
    [Fact]
    public async Task WritesToOneIssue_StayWithinItsLimits()
    {
        var clock = new ManualClock();
        var limit = new WriteLimit(clock);
        var times = new List<DateTimeOffset>();

        var work = Task.Run(async () =>
        {
            for (var i = 0; i < 250; i++)
            {
                await limit.Wait("SHOP-1", default);
                times.Add(clock.GetUtcNow());
            }
        });
        while (await Task.WhenAny(work, Task.Delay(1)) != work)
        {
            clock.Advance(TimeSpan.FromMilliseconds(200));
        }

        await work;

        // The clock may have moved on between a write and the look at it.
        var slack = TimeSpan.FromSeconds(1);
        Assert.All(times, t => Assert.InRange(times.Count(o => o >= t && o < t + TimeSpan.FromSeconds(2) - slack), 1, 20));
        Assert.All(times, t => Assert.InRange(times.Count(o => o >= t && o < t + TimeSpan.FromSeconds(30) - slack), 1, 100));
        Assert.True(times[^1] - times[0] >= TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task WritesToOtherIssues_DoNotWait()
    {
        var limit = new WriteLimit(new ManualClock());
        for (var i = 0; i < 20; i++)
        {
            await limit.Wait("SHOP-1", default);
        }

        Assert.True(limit.Wait("SHOP-2", default).IsCompletedSuccessfully);
        Assert.False(limit.Wait("SHOP-1", default).IsCompleted);
    }

    [Fact]
    public async Task JiraThatFailsOnAndOn_IsLeftInPeaceAndTriedAgainLater()
    {
        await using var bench = await JiraBench.Open(change: o => o.Retries = 0);
        bench.Jira.Faults.Add(new JiraFault.Status(500), times: int.MaxValue, path: "/issue/");
        for (var i = 0; i < 10; i++)
        {
            await Assert.ThrowsAsync<JiraUnavailableException>(() => Get(bench));
        }

        var before = bench.Jira.Requests.Count;

        var fault = await Assert.ThrowsAsync<JiraUnavailableException>(() => Get(bench));
        Assert.Equal((before, true, false), (bench.Jira.Requests.Count, fault.RetryHelps, fault.MayHaveTakenEffect));

        bench.Jira.Faults.Clear();
        bench.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("SHOP-1", (await bench.Run(() => bench.Tracker.Read("SHOP-1", default))).Key);
    }

    [Fact]
    public async Task MoreCallsAtOnceThanAllowed_WaitForTheirTurn()
    {
        await using var bench = await JiraBench.Open(change: o => o.Concurrency = 3);
        await bench.Run(() => bench.Tracker.Read("SHOP-1", default));
        bench.Jira.Faults.Add(new JiraFault.Slow(TimeSpan.FromSeconds(5)), times: 12);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        // While the clock stands still nothing is let go, so that as many gather as are let through.
        var reads = Enumerable.Range(0, 12).Select(_ => Task.Run(() => bench.Tracker.Read("SHOP-1", default))).ToList();
        while (bench.Jira.Held < 3)
        {
            await Task.Delay(1, limit.Token);
        }

        await bench.Run(() => Task.WhenAll(reads));

        Assert.Equal(3, bench.Jira.MostHeld);
    }

    [Fact]
    public async Task CallsWithoutAnAnswer_EndAfterTheTotalTime()
    {
        await using var bench = await JiraBench.Open(change: o => (o.AttemptTimeout, o.TotalTimeout) = (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3)));
        await bench.Run(() => bench.Client.Server(default));
        bench.Jira.Faults.Add(new JiraFault.Silence(), times: 50);
        var start = bench.Clock.GetUtcNow();

        var fault = await Assert.ThrowsAsync<JiraUnreachableException>(() => bench.Run(() => bench.Tracker.Read("SHOP-1", default)));

        Assert.True(fault.RetryHelps);
        Assert.InRange(bench.Clock.GetUtcNow() - start, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(4));
    }

    [Fact]
    public async Task HostThatStops_EndsTheCallAtOnce()
    {
        await using var bench = await JiraBench.Open();
        bench.Jira.Faults.Add(new JiraFault.Silence(), path: "/issue/");
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(() => bench.Tracker.Read("SHOP-1", stop.Token));
        while (bench.Jira.Held == 0)
        {
            await Task.Delay(1);
        }

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    private static Task<System.Text.Json.JsonElement> Get(JiraBench bench) => bench.Run(() => bench.Client.Issues.Get("SHOP-1", ["summary"], default));
}
