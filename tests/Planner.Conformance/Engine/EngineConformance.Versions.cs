using Planner.Durability;

namespace Planner.Conformance.Engine;

public abstract partial class EngineConformance
{
    [Fact]
    public async Task RunOfANewerStoryVersion_IsLeftAloneAndGoesOnWhereItsVersionIs()
    {
        await using var host = await Host(Catalog(Numbered("10")));
        var id = NewId();
        await host.Client.Start(Numbered("10"), id, "first");
        await UntilStatus(host, id, "waiting in 10");

        await host.Restart(Catalog(Numbered("9")));
        var met = (await host.Client.Get(id))!;
        var page = await host.Client.List(new RunQuery(IdPrefix: id));
        Assert.False(await host.Client.Start(Numbered("9"), id, "again"));
        await host.Restart(Catalog(Numbered("10")));

        Assert.True(await host.Client.Raise(id, Go, 7));
        Assert.Equal("first 7", await Result<string>(host, id));
        Assert.Equal((false, null), (met.HasEnded, met.SucceededBy));
        Assert.Single(page.Items);
        Assert.Single((await host.Client.List(new RunQuery(IdPrefix: id))).Items);
    }

    [Fact]
    public async Task Purge_TakesTheInboxWithIt()
    {
        await using var host = await Host(Catalog(Doubling));
        var id = NewId();
        await host.Client.Start(Doubling, id, 2);
        await host.Inbox.TryAdd(id, "TD001", "\"A\"");
        await End(host, id);
        Assert.True(await host.Client.Purge(id));
        Assert.Empty(await host.Inbox.Read(id));
    }

    [Fact]
    public async Task List_OfRunsCreatedBefore_LeavesOutTheOthers()
    {
        await using var host = await Host(Catalog(Doubling));
        var prefix = NewId();
        for (var i = 0; i < 3; i++)
        {
            await host.Client.Start(Doubling, $"{prefix}-{i}", i);
            await End(host, $"{prefix}-{i}");
        }

        var last = (await host.Client.Get($"{prefix}-2"))!;
        var page = await host.Client.List(new RunQuery(IdPrefix: prefix + "-", CreatedBefore: last.CreatedAt));
        Assert.Equal([$"{prefix}-1", $"{prefix}-0"], page.Items.Select(run => run.InstanceId));
    }

    private static Story<string, string> Numbered(string version) => new(
        "numbered",
        async (context, input) =>
        {
            context.SetStatus($"waiting in {version}");
            await context.Call(Echo, 1);
            return $"{input} {Shown(await context.WaitFor(Go, Later(context)))}";
        },
        version);
}
