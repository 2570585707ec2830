using System.ComponentModel.DataAnnotations;
using Microsoft.Data.Sqlite;
using Planner.Conformance.Engine;
using Planner.Durability;
using Planner.Testing.Clock;

namespace Planner.Engine.Tests;

public sealed class EngineTests
{
    private static readonly Step<int, int> Echo = new("echo")
    {
        Retry = new RetryPolicy(3, TimeSpan.FromMinutes(1), 2, TimeSpan.FromHours(1)),
    };

    private static readonly Signal<int> Go = new("go");

    private static readonly Story<int, string> Waiting = new("waiting", async (context, _) =>
        await context.WaitFor(Go, context.UtcNow.AddDays(2)) is SignalResult<int>.Received got ? $"got {got.Payload}" : "nobody came");

    private static readonly Story<int, int> Calling = new("calling", (context, input) => context.Call(Echo, input));

    [Fact]
    public async Task SecondEngine_OnTheSameDirectory_IsRefused()
    {
        await using var host = await EmbeddedHarness.Open(new WorkflowCatalog());
        var options = new EngineOptions { DataDirectory = host.Folder };
        var refused = await Assert.ThrowsAsync<EngineInUseException>(() => EmbeddedEngine.Open(options, new WorkflowCatalog()));
        Assert.Equal(host.Folder, refused.Directory);
    }

    [Fact]
    public async Task Directory_AfterTheEngineIsClosed_CanBeOpenedAgain()
    {
        await using var host = await EmbeddedHarness.Open(new WorkflowCatalog());
        await host.Restart();
        Assert.Empty((await host.Client.List(new RunQuery())).Items);
    }

    [Fact]
    public async Task DataOfAnEarlierRelease_AreBroughtUpToDate()
    {
        await using var host = await EmbeddedHarness.Open(new WorkflowCatalog().Add(Waiting));
        await host.Client.Start(Waiting, "one", 1);
        await host.Client.Terminate("one", "superseded by two");
        await host.Client.Start(Waiting, "three", 1);
        await host.Client.Terminate("three", "cancelled by Olga");
        await host.Restart(then: AsBefore);

        Assert.Equal("two", (await host.Client.Get("one"))!.SupersededBy);
        Assert.Null((await host.Client.Get("three"))!.SupersededBy);
    }

    private static void AsBefore(string folder)
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(folder, "engine.db")};Pooling=False");
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = "ALTER TABLE runs DROP COLUMN superseded";
        command.ExecuteNonQuery();
    }

    [Fact]
    public async Task Compact_ForgetsMarkersThatHaveRunOut_AndGivesSpaceBack()
    {
        var clock = new ManualClock();
        await using var host = await EmbeddedHarness.Open(new WorkflowCatalog().Add(Calling).Add(Echo, (input, _) => Task.FromResult(input)), clock);
        await host.Client.Start(Calling, "c", 1);
        await host.Client.WaitForEnd("c");
        for (var item = 0; item < 200; item++)
        {
            await host.Inbox.TryAdd("c", $"Q{item}", $"\"{new string('x', 10_000)}\"");
        }

        await host.Engine.Compact();
        var before = await Pages(host);

        Assert.True(await host.Client.Purge("c"));
        await host.Engine.Compact();
        Assert.False(await host.Client.Start(Calling, "c", 1));
        clock.Advance(TimeSpan.FromDays(7));
        await host.Engine.Compact();

        Assert.True(await host.Client.Start(Calling, "c", 2));
        Assert.InRange(await Pages(host), 1, before / 4);
    }

    [Fact]
    public async Task WaitingRun_AfterTheIdleTime_LeavesMemoryAndStillTakesItsSignal()
    {
        var clock = new ManualClock();
        await using var host = await EmbeddedHarness.Open(new WorkflowCatalog().Add(Waiting), clock);
        await host.Client.Start(Waiting, "w", 0);
        Assert.Equal(1, host.Engine.LoadedRuns);
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, host.Engine.LoadedRuns);
        await host.Client.Raise("w", Go, 3);
        Assert.Equal("\"got 3\"", (await host.Client.WaitForEnd("w")).Output);
    }

    [Fact]
    public async Task WaitingRun_OutOfMemory_StillMeetsItsDeadline()
    {
        var clock = new ManualClock();
        await using var host = await EmbeddedHarness.Open(new WorkflowCatalog().Add(Waiting), clock);
        await host.Client.Start(Waiting, "w", 0);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, host.Engine.LoadedRuns);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("\"nobody came\"", (await host.Client.WaitForEnd("w")).Output);
    }

    [Fact]
    public async Task BackOff_OverARestart_IsKept()
    {
        var clock = new ManualClock();
        var attempts = 0;
        await using var host = await EmbeddedHarness.Open(Failing(), clock);
        await host.Client.Start(Calling, "c", 5);
        await Recorded(host, "c", 3);
        await host.Restart();
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, attempts);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Recorded(host, "c", 4);
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("5", (await host.Client.WaitForEnd("c")).Output);
        Assert.Equal(3, attempts);

        WorkflowCatalog Failing() => new WorkflowCatalog().Add(Calling).Add(Echo, (input, call) =>
        {
            Assert.Equal(Interlocked.Increment(ref attempts), call.Attempt);
            return call.Attempt < 3 ? throw new IOException("busy") : Task.FromResult(input);
        });
    }

    [Fact]
    public async Task PurgeMarker_AfterSevenDays_LetsTheIdBeUsedAgain()
    {
        var clock = new ManualClock();
        var catalog = new WorkflowCatalog().Add(Calling).Add(Echo, (input, _) => Task.FromResult(input));
        await using var host = await EmbeddedHarness.Open(catalog, clock);
        await host.Client.Start(Calling, "c", 1);
        await host.Client.WaitForEnd("c");
        await host.Engine.Inbox.TryAdd("c", "TD001", "1");
        Assert.True(await host.Client.Purge("c"));
        clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.False(await host.Client.Start(Calling, "c", 2));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await host.Client.Start(Calling, "c", 2));
        Assert.Equal("2", (await host.Client.WaitForEnd("c")).Output);
        Assert.Empty(await host.Engine.Inbox.Read("c"));
    }

    [Fact]
    public async Task Steps_OverTheLimit_WaitForAPlace()
    {
        using var folder = new TemporaryFolder();
        var (running, most) = (0, 0);
        var catalog = new WorkflowCatalog().Add(Calling).Add(Echo, async (input, _) =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return input;
        });
        await using var engine = await EmbeddedEngine.Open(
            new EngineOptions { DataDirectory = folder.Path, MaxConcurrentSteps = 2 }, catalog);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => engine.Client.Start(Calling, $"c-{i}", i)));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => engine.Client.WaitForEnd($"c-{i}")));
        Assert.InRange(most, 1, 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void Options_OutOfRange_SayWhatIsAllowed(int steps)
    {
        var options = new EngineOptions { DataDirectory = "x", MaxConcurrentSteps = steps };
        var refused = Assert.Throws<ValidationException>(options.Validate);
        Assert.Contains("1 to 1000", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cursor_ThatNoPageReturned_IsRefused()
    {
        await using var host = await EmbeddedHarness.Open(new WorkflowCatalog());
        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.List(new RunQuery(Cursor: "nonsense")));
    }

    // Waits until a run's history has so many events.
    private static async Task Recorded(EmbeddedHarness host, string id, int events)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (host.Engine.Export(id)!.Events.Count < events)
        {
            await Task.Delay(5, patience.Token);
        }
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value;)
        {
            seen = Interlocked.CompareExchange(ref target, value, seen);
        }
    }

    private static async Task<long> Pages(EmbeddedHarness host)
    {
        await using var file = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(host.Folder, EngineOptions.DatabaseFile)};Pooling=False");
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        command.CommandText = "PRAGMA page_count";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
