using Microsoft.DurableTask.Client;
using Planner.Functions.Durable;

namespace Planner.Functions.Tests.Durable;

public sealed class SuccessionSweepTests
{
    private const int Failed = 500;

    [Fact]
    public async Task SecondSweep_OverFiveHundredFailedRuns_ReadsNoneOfThem_AlsoAfterARestart()
    {
        var runs = new ManyRuns();
        for (var number = 0; number < Failed; number++)
        {
            runs.Add($"SHOP-1-api-{number}", runs.Clock.GetUtcNow().AddHours(-1), OrchestrationRuntimeStatus.Failed);
        }

        await runs.Host().Sweep.Run(TestContext.Current.CancellationToken);
        var (first, requests) = (runs.Hub.Listed, runs.Hub.Requests);
        runs.Hub.Reset();
        runs.Clock.Advance(TimeSpan.FromMinutes(5));
        await runs.Host().Sweep.Run(TestContext.Current.CancellationToken);

        Assert.Equal(Failed, first);
        Assert.InRange(requests, 1, (Failed / 100) + 1);
        Assert.Equal((0, 1), (runs.Hub.Listed, runs.Hub.Requests));
    }

    [Fact]
    public async Task RunThatWaits_IsLookedAtAgain_WithWhatCameSince()
    {
        var runs = new ManyRuns();
        var now = runs.Clock.GetUtcNow();
        for (var number = 0; number < Failed; number++)
        {
            runs.Add($"SHOP-1-api-{number}", now.AddDays(-3), OrchestrationRuntimeStatus.Failed);
        }

        runs.Add("SHOP-2-api-1", now.AddDays(-2), OrchestrationRuntimeStatus.Running);
        runs.Add("SHOP-3-api-1", now.AddDays(-1), OrchestrationRuntimeStatus.Failed);

        await runs.Host().Sweep.Run(TestContext.Current.CancellationToken);
        runs.Hub.Reset();
        await runs.Host().Sweep.Run(TestContext.Current.CancellationToken);

        Assert.Equal(2, runs.Hub.Listed);
    }

    [Fact]
    public async Task ForeignOrchestrations_AreLookedAtOnceMoreAndThenPassedOver()
    {
        var runs = new ManyRuns();
        foreach (var (number, input) in new object[] { "text", new { a = 1 }, new[] { 1 }, 7 }.Index())
        {
            runs.Add($"foreign-{number}", runs.Clock.GetUtcNow(), OrchestrationRuntimeStatus.Running, input: input);
        }

        var host = runs.Host();

        await host.Sweep.Run(TestContext.Current.CancellationToken);
        await host.Sweep.Run(TestContext.Current.CancellationToken);

        Assert.Equal(2 + 4, runs.Hub.Requests);
    }
}
