using Microsoft.DurableTask.Client;
using Planner.Durability;

namespace Planner.Functions.Tests.Durable;

public sealed class RunListingTests
{
    private const int Runs = 5000;

    [Theory]
    [InlineData(60)]
    [InlineData(0.001)]
    [InlineData(86_400)]
    public async Task FirstPage_OfFiveThousandRuns_ReadsAboutAPage(double secondsBetween)
    {
        var runs = Spread(secondsBetween);

        var page = await runs.Host().List(new RunQuery(PageSize: 50), TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 50).Select(Id), page.Items.Select(run => run.InstanceId));
        Assert.InRange(runs.Hub.Listed, 50, 2000);
        Assert.InRange(runs.Hub.Requests, 1, 30);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(0.001)]
    public async Task Pages_TellEveryRunOnceInOrder(double secondsBetween)
    {
        var runs = Spread(secondsBetween);
        List<string> seen = [];
        string? cursor = null;
        do
        {
            var page = await runs.Host().List(new RunQuery(PageSize: 500, Cursor: cursor), TestContext.Current.CancellationToken);
            seen.AddRange(page.Items.Select(run => run.InstanceId));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, Runs).Select(Id), seen);
    }

    [Fact]
    public async Task RunsOfOneMoment_AreAllThere_ByTheirIds()
    {
        var runs = Spread(0);

        var page = await runs.Host().List(new RunQuery(PageSize: 1000), TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, Runs).Select(Id).OrderDescending(StringComparer.Ordinal).Take(1000), page.Items.Select(run => run.InstanceId));
    }

    [Fact]
    public async Task TicketsRuns_AreReadAlone()
    {
        var runs = Spread(60);

        var page = await runs.Host().List(new RunQuery(IdPrefix: "SHOP-7-", PageSize: 50), TestContext.Current.CancellationToken);

        Assert.Equal(Runs / 100, page.Items.Count);
        Assert.Equal(Runs / 100, runs.Hub.Listed);
    }

    [Fact]
    public async Task EmptyHub_IsOnePageOfNothing()
    {
        var runs = new ManyRuns();

        Assert.Equal(
            (0, null),
            await runs.Host().List(new RunQuery(), TestContext.Current.CancellationToken) is var page ? (page.Items.Count, page.NextCursor) : default);
        Assert.InRange(runs.Hub.Requests, 1, 6);
    }

    // The newest is number 0.
    private static ManyRuns Spread(double secondsBetween)
    {
        var runs = new ManyRuns();
        for (var number = 0; number < Runs; number++)
        {
            runs.Add(Id(number), runs.Clock.GetUtcNow().AddSeconds(-1 - (number * secondsBetween)), OrchestrationRuntimeStatus.Completed);
        }

        return runs;
    }

    private static string Id(int number) => $"SHOP-{number % 100}-api-{number:D5}";
}
