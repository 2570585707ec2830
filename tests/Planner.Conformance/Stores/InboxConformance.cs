using Planner.Durability;

namespace Planner.Conformance.Stores;

/// <summary>What every inbox promises.</summary>
public abstract class InboxConformance
{
    /// <summary>An inbox in which <see cref="Run"/> has not been used.</summary>
    protected abstract Task<IInbox> Create();

    /// <summary>A run id that no other test uses.</summary>
    protected string Run { get; } = $"TST-{Guid.NewGuid():N}";

    [Fact]
    public async Task FirstWrite_OfAnItem_IsAdded()
    {
        var inbox = await Create();
        var write = await inbox.TryAdd(Run, "TD001", "\"A\"");
        Assert.Equal(new InboxWrite(true, new InboxItem("TD001", "\"A\"")), write);
    }

    [Fact]
    public async Task SecondWrite_OfAnItem_TellsWhatStands()
    {
        var inbox = await Create();
        await inbox.TryAdd(Run, "TD001", "\"A\"");
        var write = await inbox.TryAdd(Run, "TD001", "\"B\"");
        Assert.Equal(new InboxWrite(false, new InboxItem("TD001", "\"A\"")), write);
        Assert.Equal([new InboxItem("TD001", "\"A\"")], await inbox.Read(Run));
    }

    [Fact]
    public async Task Writers_AtOnce_OneIsFirst()
    {
        var inbox = await Create();
        var writes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => inbox.TryAdd(Run, "TD001", $"{i}"))));
        var first = Assert.Single(writes, write => write.Added);
        Assert.All(writes, write => Assert.Equal(first.Stands, write.Stands));
    }

    [Fact]
    public async Task Read_SortsItemsOrdinally()
    {
        var inbox = await Create();
        foreach (var item in new[] { "b", "TD002", "a", "TD010", "B" })
        {
            await inbox.TryAdd(Run, item, "1");
        }

        Assert.Equal(["B", "TD002", "TD010", "a", "b"], (await inbox.Read(Run)).Select(item => item.Item));
    }

    [Fact]
    public async Task Items_OfAnotherRun_AreNotSeen()
    {
        var inbox = await Create();
        await inbox.TryAdd(Run, "TD001", "1");
        Assert.True((await inbox.TryAdd(Run + "-other", "TD001", "2")).Added);
        Assert.Single(await inbox.Read(Run));
    }

    [Fact]
    public async Task Read_OfAnUnknownRun_IsEmpty()
    {
        var inbox = await Create();
        Assert.Empty(await inbox.Read(Run));
    }

    [Fact]
    public async Task Payload_WithQuotesAndUmlauts_ComesBackAsItWas()
    {
        var inbox = await Create();
        const string payload = """{"text":"o'clock \"ä\" 漢字 '; DROP TABLE inbox; --"}""";
        await inbox.TryAdd(Run, "Q'001", payload);
        Assert.Equal([new InboxItem("Q'001", payload)], await inbox.Read(Run));
    }

    [Fact]
    public async Task Deleted_HoldsNothing_AndOtherRunsStay()
    {
        var inbox = await Create();
        await inbox.TryAdd(Run, "TD001", "\"A\"");
        await inbox.TryAdd(Run, "TD002", "\"B\"");
        await inbox.TryAdd(Run + "0", "TD001", "\"C\"");
        await inbox.Delete(Run);
        await inbox.Delete(Run);
        Assert.Empty(await inbox.Read(Run));
        Assert.Single(await inbox.Read(Run + "0"));
    }
}
