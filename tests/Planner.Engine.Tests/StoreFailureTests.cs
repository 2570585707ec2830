using Planner.Conformance.Crashing;
using Planner.Conformance.Engine;
using Planner.Durability;
using Planner.Engine.Storage;

namespace Planner.Engine.Tests;

public sealed class StoreFailureTests : IDisposable
{
    private static readonly Signal<int> Go = new("go");

    private static readonly Story<int, int> Waiting = new("waiting", async (context, input) =>
    {
        await context.WaitFor(Go, context.UtcNow.AddDays(1));
        return input;
    });

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Call_ThatTheStoreRefuses_ThrowsAndStopsTheEngine()
    {
        await using var engine = await Open(inner => new CrashingStore(inner, 2));
        await engine.Client.Start(Waiting, "first", 1);
        await Assert.ThrowsAsync<StoreFailedException>(() => engine.Client.Start(Waiting, "second", 1));
        Assert.NotNull(engine.Failure);
        await Assert.ThrowsAsync<StoreFailedException>(() => engine.Client.Raise("first", Go, 1));
    }

    [Fact]
    public async Task CallersWhoWaitForAnEnd_WhenTheStoreFails_AreTold()
    {
        await using var engine = await Open(inner => new CrashingStore(inner, 2));
        await engine.Client.Start(Waiting, "first", 1);
        var end = engine.Client.WaitForEnd("first");
        await Assert.ThrowsAsync<StoreFailedException>(() => engine.Client.Raise("first", Go, 1));
        await Assert.ThrowsAsync<StoreFailedException>(() => end.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Runs_AfterTheStoreFailed_GoOnInTheNextEngine()
    {
        await using (var engine = await Open(inner => new CrashingStore(inner, 2)))
        {
            await engine.Client.Start(Waiting, "first", 1);
            await Assert.ThrowsAsync<StoreFailedException>(() => engine.Client.Start(Waiting, "second", 1));
        }

        await using var next = await Open(null);
        Assert.Null(await next.Client.Get("second"));
        await next.Client.Raise("first", Go, 1);
        Assert.Equal("1", (await next.Client.WaitForEnd("first")).Output);
    }

    [Fact]
    public async Task FullDatabase_RefusesByNameAndKeepsWhatWasCommitted()
    {
        var path = Path.Combine(folder.Path, "full.db");
        var kept = 0;
        using (var database = new Database(path))
        {
            await database.Write(statements => statements.Query("PRAGMA max_page_count=40", row => row.GetInt32(0)));
            var inbox = new SqliteInbox(database);
            var full = await Assert.ThrowsAsync<StoreFailedException>(async () =>
            {
                for (; kept < 1000; kept++)
                {
                    await inbox.TryAdd("run", $"TD{kept:D3}", new string('x', 2000));
                }
            });
            Assert.Contains("full", full.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<StoreFailedException>(() => inbox.TryAdd("run", "after", "1"));
        }

        using var reopened = new Database(path);
        Assert.Equal(kept, (await new SqliteInbox(reopened).Read("run")).Count);
    }

    [Fact]
    public async Task FileThatIsNoDatabase_IsRefusedByName()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, EngineOptions.DatabaseFile), new string('?', 8192));
        await Assert.ThrowsAsync<StoreFailedException>(() => Open(null));
        Assert.Throws<StoreFailedException>(() => EmbeddedEngine.Create(new EngineOptions { DataDirectory = folder.Path }));
    }

    private Task<EmbeddedEngine> Open(Func<IHistoryStore, IHistoryStore>? wrap) => EmbeddedEngine.Open(
        new EngineOptions { DataDirectory = folder.Path }, new WorkflowCatalog().Add(Waiting), wrap: wrap);
}
