using Microsoft.Extensions.Logging.Abstractions;
using Planner.Cli.Serving;
using Planner.Core.Planning.Retention;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Durability;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

/// <summary>What the embedded host leaves of runs that ended long ago.</summary>
public sealed class RetentionStoryTests
{
    private const string Newer = "SHOP-7-cli-2";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task RunPastItsRetention_LeavesItsPlanAndNothingElse_AndThePlanThatCountsStays()
    {
        await using var host = new StoryHost(asked => ScriptedOpinions.Sure(asked));
        await Plan(host, StoryHost.RunId);
        await Plan(host, Newer);
        await host.Engine.Inbox.TryAdd(StoryHost.RunId, "TD099", "{}", TestContext.Current.CancellationToken);
        await host.Engine.Inbox.TryAdd(Newer, "TD099", "{}", TestContext.Current.CancellationToken);
        using var loop = Loop(host, days: 30);
        await loop.StartAsync(TestContext.Current.CancellationToken);

        host.Clock.Advance(TimeSpan.FromDays(31));
        await Until(async () => await host.Client.Get(StoryHost.RunId) is null, host);
        await loop.StopAsync(TestContext.Current.CancellationToken);

        Assert.Empty(await host.Engine.Inbox.Read(StoryHost.RunId, TestContext.Current.CancellationToken));
        Assert.Empty(await host.Engine.Journal.Read(StoryHost.RunId, cancellation: TestContext.Current.CancellationToken));
        Assert.Null(host.Engine.Export(StoryHost.RunId));
        Assert.False(Directory.Exists(Folder(host, StoryHost.RunId)));
        Assert.False(await host.Client.Start(new PlanTicket(), StoryHost.RunId, Request, TestContext.Current.CancellationToken));
        Assert.NotEmpty(await host.Store.List("SHOP-7", 1, TestContext.Current.CancellationToken));
        Assert.NotNull(await host.Client.Get(Newer, TestContext.Current.CancellationToken));
        Assert.NotEmpty(await host.Engine.Inbox.Read(Newer, TestContext.Current.CancellationToken));
        Assert.NotEmpty(await host.Engine.Journal.Read(Newer, cancellation: TestContext.Current.CancellationToken));
        Assert.True(Directory.Exists(Folder(host, Newer)));
    }

    [Fact]
    public async Task RunThatWaits_IsNeverPurged()
    {
        await using var host = new StoryHost(asked => asked.Definition.Name == "database" ? ScriptedOpinions.Asking(asked) : ScriptedOpinions.Sure(asked));
        await host.Start(StoryHost.Patient(TimeSpan.FromDays(300)));
        await host.UntilWaiting();

        var report = await Retention(host, 30).Purge(host.Clock.GetUtcNow().AddDays(200), null, 5, () => false, TestContext.Current.CancellationToken);

        Assert.Equal((0, 0, null), (report.Purged, report.Kept, report.Cursor));
        Assert.NotNull(await host.Client.Get(StoryHost.RunId, TestContext.Current.CancellationToken));
    }

    private static RunRetention Retention(StoryHost host, int days) =>
        new(host.Client, host.Store, new RetentionOptions { Days = days }, NullLogger<RunRetention>.Instance);

    private static RetentionLoop Loop(StoryHost host, int days) => new(Retention(host, days), host.Engine, host.Clock, NullLogger<RetentionLoop>.Instance);

    private static PlanRequest Request => new() { Ticket = "SHOP-7", Codebase = "shop", Policy = StoryHost.Patient(TimeSpan.Zero) };

    private static string Folder(StoryHost host, string run) => Path.Combine(host.Output, "JIRA-SHOP-7", ".runs", run);

    private static async Task Plan(StoryHost host, string run)
    {
        await host.Client.Start(new PlanTicket(), run, Request, TestContext.Current.CancellationToken);
        var ended = await host.Client.WaitForEnd(run, TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.True(ended.Status == RunStatus.Completed, $"{ended.Status}: {ended.Reason}");
    }

    // What waits for a time of the manual clock (a pause before another attempt or pass) is let go on.
    private static async Task Until(Func<Task<bool>> condition, StoryHost host)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            host.Clock.Advance(TimeSpan.FromHours(1));
            await Task.Delay(5, patience.Token);
        }
    }
}
