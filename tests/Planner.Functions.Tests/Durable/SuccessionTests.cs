using Planner.Conformance.Engine;
using Planner.Durability;

namespace Planner.Functions.Tests.Durable;

/// <summary>Two deployed versions on one task hub: the newer takes over, and the older leaves alone what it does not know.</summary>
public sealed class SuccessionTests
{
    private const string Id = "SHOP-1-api-1";
    private static readonly Step<int, int> Echo = new("echo") { Retry = RetryPolicy.None };
    private static readonly Signal<int> Go = new("go");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task RunThatAnOlderHostMet_IsTakenOverOnceByTheNewer_AndNeverByTheOlder()
    {
        await using var host = await Start("2");
        await host.Client.Start(Story("2"), Id, 5);
        await UntilStatus(host, Id, "waiting in 2");

        await host.Restart(Catalog("1"));
        await host.Client.Raise(Id, Go, 1);
        await Until(async () => (await host.Client.Get(Id))!.HasEnded);
        var met = (await host.Client.Get(Id))!;
        await host.Sweep();
        var alone = (await host.Client.List(new RunQuery())).Items;

        await host.Restart(Catalog("2"));
        await host.Sweep();
        var taken = (await host.Client.Get(Id))!;
        await UntilStatus(host, taken.SucceededBy!, "waiting in 2");

        await host.Restart(Catalog("1"));
        await host.Sweep();
        var seen = (await host.Client.Get(Id))!;
        await host.Restart(Catalog("2"));
        await host.Client.Raise(Id, Go, 1);
        var end = await host.Client.WaitForEnd(Id).WaitAsync(Patience);

        Assert.Equal((RunStatus.Failed, null, null), (met.Status, met.SucceededBy, met.CustomStatus));
        Assert.Single(alone);
        Assert.Equal((RunStatus.Terminated, $"{Id}~2"), (taken.Status, taken.SucceededBy));
        Assert.Equal((RunStatus.Terminated, $"{Id}~2"), (seen.Status, seen.SucceededBy));
        Assert.Equal(($"{Id}~2", "2", "6"), (end.InstanceId, end.StoryVersion, end.Output));
        Assert.Equal(2, (await host.Client.List(new RunQuery())).Items.Count);
    }

    [Fact]
    public async Task SuccessorThatAnOlderHostMetToo_IsTakenOverOnlyAfterAPause()
    {
        var clock = new ShiftedClock();
        await using var host = await Start("2", clock);
        await host.Client.Start(Story("2"), Id, 5);
        await UntilStatus(host, Id, "waiting in 2");
        await Meet(host, Id);
        await Meet(host, $"{Id}~2");

        var waits = (await host.Client.Get($"{Id}~2"))!;
        clock.Advance(TimeSpan.FromMinutes(1));
        var taken = (await host.Client.Get($"{Id}~2"))!;

        Assert.Equal((RunStatus.Running, null), (waits.Status, waits.SucceededBy));
        Assert.Equal($"{Id}~3", taken.SucceededBy);
    }

    [Fact]
    public async Task BodyThatDoesNotFitItsOwnHistory_FailsAndNobodyTakesOver()
    {
        await using var host = await Start("2");
        await host.Client.Start(Story("2"), Id, 5);
        await UntilStatus(host, Id, "waiting in 2");

        var other = new Story<int, int>("story", async (context, input) => input + Got(await context.WaitFor(Go, context.UtcNow.AddDays(1))), "2");
        await host.Restart(new WorkflowCatalog().Add(Echo, (input, _) => Task.FromResult(input)).Add(other));
        await host.Client.Raise(Id, Go, 1);
        await Until(async () => (await host.Client.Get(Id))!.HasEnded);
        await host.Sweep();

        Assert.Equal((RunStatus.Failed, null), await host.Client.Get(Id) is { } run ? (run.Status, run.SucceededBy) : default);
    }

    private static async Task Meet(DurableHarness host, string id)
    {
        await host.Restart(Catalog("1"));
        await host.Durable.RaiseEventAsync(id, Go.Name, new { payload = "1" });
        await Until(async () => (await host.Durable.GetInstanceAsync(id))!.IsCompleted);
        await host.Restart(Catalog("2"));
        await host.Client.Get(id);
        if (id == Id)
        {
            await UntilStatus(host, $"{Id}~2", "waiting in 2");
        }
    }

    private static async Task<DurableHarness> Start(string version, TimeProvider? clock = null)
    {
        var host = new DurableHarness(TaskHubs.InMemory(), Catalog(version), clock: clock);
        await host.Start();
        return host;
    }

    private static WorkflowCatalog Catalog(string version) => new WorkflowCatalog().Add(Echo, (input, _) => Task.FromResult(input)).Add(Story(version));

    // A call lies in its history, so that Durable Task calls another code non-deterministic.
    private static Story<int, int> Story(string version) => new(
        "story",
        async (context, input) =>
        {
            await context.Call(Echo, 1);
            context.SetStatus($"waiting in {version}");
            return input + Got(await context.WaitFor(Go, context.UtcNow.AddDays(1)));
        },
        version);

    private static int Got(SignalResult<int> result) => result is SignalResult<int>.Received got ? got.Payload : 100;

    private static Task UntilStatus(DurableHarness host, string id, string status) => Until(async () => (await host.Client.Get(id))?.CustomStatus == status);

    private static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
