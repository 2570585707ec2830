using Microsoft.Extensions.Logging.Abstractions;
using Planner.Conformance.Stores;
using Planner.Core.Planning.Retention;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Durability;
using Planner.Functions.Durable;
using Planner.Functions.Tests.Durable;
using Planner.Testing.Categories;

namespace Planner.Functions.Tests.Planning;

/// <summary>What is left after retention, of the real story on Durable Task.</summary>
public abstract class RetentionTests
{
    private const string Superseded = "SHOP-101-api-1";
    private const string Newest = "SHOP-101-api-2";
    private const string Waiting = "SHOP-101-api-3";
    private const string Told = "stopped-SHOP-101-api-9";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly ShiftedClock clock = new();
    private readonly MemoryInbox inbox = new();
    private readonly MemoryJournal journal = new();

    private protected abstract Task<Func<Task<Sidecar>>> Hub();

    [Fact]
    public async Task RunPastItsRetention_LeavesItsPlanAndNothingElse_AndWhatOthersNeedStays()
    {
        using var place = new PlanningPlace();
        await using var host = await Start(place);
        await Plan(host, Superseded);
        await Plan(host, Newest);
        await host.Client.Start(new CloseStoppedRun(), Told, new StoppedRun(PlanningPlace.Ticket, "SHOP-101-api-9", "no longer wanted"));
        await host.Client.WaitForEnd(Told).WaitAsync(Patience);
        await host.Client.Start(new PlanTicket(), Waiting, PlanningPlace.Request(TimeSpan.FromDays(200)));
        await Until(async () => RunProgress.Of((await host.Client.Get(Waiting))!)?.Until is not null);
        foreach (var run in new[] { Superseded, Newest, Waiting })
        {
            await inbox.TryAdd(run, "TD099", "{}");
        }

        clock.Advance(TimeSpan.FromDays(29));
        var early = await Pass(host, place);
        clock.Advance(TimeSpan.FromDays(2));
        var due = await Pass(host, place);
        var again = await host.Client.Start(new PlanTicket(), Superseded, PlanningPlace.Request(TimeSpan.Zero));

        Assert.Equal((0, 2), (early, due));
        Assert.Equal((null, null), (await host.Client.Get(Superseded), await host.Client.Get(Told)));
        Assert.Null(await host.Durable.GetInstanceAsync(Superseded));
        Assert.Empty(await inbox.Read(Superseded));
        Assert.Empty(await journal.Read(Superseded));
        Assert.False(Directory.Exists(Folder(place, Superseded)));
        Assert.False(again);
        Assert.Contains("implementation.md", (await place.Files(1)).Keys);
        foreach (var kept in new[] { Newest, Waiting })
        {
            await AssertWhole(host, place, kept);
        }

        clock.Advance(StartMarkers.Life);
        await Pass(host, place);
        Assert.DoesNotContain($"starts~{Superseded}", host.Marks.Places);
        Assert.Contains($"starts~{Waiting}", host.Marks.Places);
    }

    private async Task AssertWhole(DurableHarness host, PlanningPlace place, string run)
    {
        Assert.NotNull(await host.Client.Get(run));
        Assert.NotEmpty(await inbox.Read(run));
        Assert.NotEmpty(await journal.Read(run));
        Assert.True(Directory.Exists(Folder(place, run)));
    }

    private async Task<int> Pass(DurableHarness host, PlanningPlace place)
    {
        var retention = new RunRetention(host.Client, place.Store, new RetentionOptions(), NullLogger<RunRetention>.Instance);
        var passes = new HostRetention(retention, host.Marks, clock, NullLogger<HostRetention>.Instance);
        return (await passes.Run(TestContext.Current.CancellationToken)).Purged;
    }

    private async Task<DurableHarness> Start(PlanningPlace place)
    {
        var host = new DurableHarness(await Hub(), place.Catalog(inbox, journal), inbox, clock, journal);
        await host.Start();
        return host;
    }

    private static async Task Plan(DurableHarness host, string run)
    {
        await host.Client.Start(new PlanTicket(), run, PlanningPlace.Request(TimeSpan.Zero));
        var ended = await host.Client.WaitForEnd(run).WaitAsync(Patience);
        Assert.True(ended.Status == RunStatus.Completed, $"{ended.Status}: {ended.Reason}");
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private static string Folder(PlanningPlace place, string run) => Path.Combine(place.Output, $"JIRA-{PlanningPlace.Ticket}", ".runs", run);
}

/// <summary>In memory.</summary>
public sealed class InMemoryRetentionTests : RetentionTests
{
    private protected override Task<Func<Task<Sidecar>>> Hub() => Task.FromResult(TaskHubs.InMemory());
}

/// <summary>On Azure Storage, or on Azurite.</summary>
[LongRunning]
public sealed class AzureStorageRetentionTests(StorageAccount account) : RetentionTests
{
    private protected override async Task<Func<Task<Sidecar>>> Hub() => TaskHubs.InAzureStorage(await account.ConnectionString());
}
