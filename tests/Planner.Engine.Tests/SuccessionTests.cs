using Planner.Conformance.Engine;
using Planner.Durability;

namespace Planner.Engine.Tests;

public sealed class SuccessionTests
{
    private static readonly Signal<int> Go = new("go");

    [Fact]
    public async Task SuspendedRun_OfAnotherVersion_IsSucceededBySuspendedOne()
    {
        await using var host = await EmbeddedHarness.Open(Catalog("1"));
        await host.Client.Start(Story("1"), "s", 5);
        await host.Client.Suspend("s", "hold on");
        await host.Restart(Catalog("2"));
        Assert.Equal("s~2", (await Ended(host, "s")).SucceededBy);
        Assert.Equal(RunStatus.Suspended, (await host.Client.Get("s~2"))!.Status);
        await host.Client.Resume("s", "go on");
        await host.Client.Raise("s", Go, 1);
        Assert.Equal("6", (await host.Client.WaitForEnd("s")).Output);
    }

    [Fact]
    public async Task RunOfTwoVersionsAgo_IsFollowedToItsLastSuccessor()
    {
        await using var host = await EmbeddedHarness.Open(Catalog("1"));
        await host.Client.Start(Story("1"), "s", 5);
        await host.Restart(Catalog("2"));
        await Ended(host, "s");
        await host.Restart(Catalog("3"));
        Assert.Equal("s~3", (await Ended(host, "s~2")).SucceededBy);
        await host.Client.Raise("s", Go, 1);
        var run = await host.Client.WaitForEnd("s");
        Assert.Equal(("s~3", "3", "6"), (run.InstanceId, run.StoryVersion, run.Output));
    }

    [Fact]
    public async Task SucceededRun_WhoseSuccessorHasNotEnded_IsNotPurged()
    {
        await using var host = await EmbeddedHarness.Open(Catalog("1"));
        await host.Client.Start(Story("1"), "s", 5);
        await host.Restart(Catalog("2"));
        await Ended(host, "s");
        Assert.False(await host.Client.Purge("s"));
        await host.Client.Terminate("s", "enough");
        Assert.Equal(RunStatus.Terminated, (await host.Client.WaitForEnd("s")).Status);
        Assert.True(await host.Client.Purge("s"));
    }

    [Fact]
    public async Task SuccessorId_ThatIsTaken_IsPassedOver()
    {
        await using var host = await EmbeddedHarness.Open(Catalog("1"));
        await host.Client.Start(Story("1"), "s~2", 7);
        await host.Client.Raise("s~2", Go, 0);
        await host.Client.WaitForEnd("s~2");
        await host.Client.Start(Story("1"), "s", 5);
        await host.Restart(Catalog("2"));
        Assert.Equal("s~3", (await Ended(host, "s")).SucceededBy);
        Assert.Equal("7", (await host.Client.Get("s~2"))!.Output);
    }

    [Fact]
    public async Task RunWhoseWorkflowIsNotRegistered_IsLeftAsItIs()
    {
        await using var host = await EmbeddedHarness.Open(Catalog("1"));
        await host.Client.Start(Story("1"), "s", 5);
        await host.Restart(new WorkflowCatalog());
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.Raise("s", Go, 1));
        await host.Restart(Catalog("1"));
        await host.Client.Raise("s", Go, 1);
        Assert.Equal("6", (await host.Client.WaitForEnd("s")).Output);
    }

    private static async Task<RunInfo> Ended(EmbeddedHarness host, string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await host.Client.Get(id) is not { HasEnded: true })
        {
            await Task.Delay(5, patience.Token);
        }

        return (await host.Client.Get(id))!;
    }

    private static WorkflowCatalog Catalog(string version) => new WorkflowCatalog().Add(Story(version));

    private static Story<int, int> Story(string version) => new(
        "story",
        async (context, input) =>
            input + (await context.WaitFor(Go, context.UtcNow.AddDays(1)) is SignalResult<int>.Received got ? got.Payload : 100),
        version);
}
