using System.Globalization;
using Planner.Conformance.Engine;
using Planner.Durability;

namespace Planner.Engine.Tests;

/// <summary>Runs that leave memory at every chance, while signals, steps, timers and restarts go on.</summary>
public sealed class EvictionTests : IDisposable
{
    private const int Runs = 40;
    private const int Rounds = 12;
    private static readonly Step<int, int> Echo = new("echo");
    private static readonly Signal<int> Go = new("go");

    // Tells the signals in the order in which they came, with a step and a short sleep after each.
    private static readonly Story<int, string> Counting = new("counting", async (context, _) =>
    {
        var seen = new List<int>();
        while (seen.Count < Rounds)
        {
            var got = (SignalResult<int>.Received)await context.WaitFor(Go, context.UtcNow.AddDays(1));
            seen.Add(await context.Call(Echo, got.Payload));
            await context.SleepUntil(context.UtcNow.AddMilliseconds(1), CancellationToken.None);
        }

        return string.Join(',', seen);
    });

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Runs_ThatLeaveMemoryAllTheTime_LoseNothingAndKeepTheOrder()
    {
        await using (var engine = await Open())
        {
            await Task.WhenAll(Ids().Select(id => engine.Client.Start(Counting, id, 0)));
            await Task.WhenAll(Ids().Select(id => Signal(engine.Client, id, 0, Rounds / 2)));
        }

        await using var next = await Open();
        await Task.WhenAll(Ids().Select(id => Signal(next.Client, id, Rounds / 2, Rounds)));
        var results = await Task.WhenAll(Ids().Select(async id =>
            (await next.Client.WaitForEnd(id).WaitAsync(TimeSpan.FromSeconds(60))).Output));
        Assert.All(results, result => Assert.Equal('"' + string.Join(',', Enumerable.Range(0, Rounds)) + '"', result));
    }

    private static IEnumerable<string> Ids() => Enumerable.Range(0, Runs).Select(i => i.ToString(CultureInfo.InvariantCulture));

    private static async Task Signal(IWorkflowClient client, string id, int from, int until)
    {
        for (var i = from; i < until; i++)
        {
            Assert.True(await client.Raise(id, Go, i));
            await Task.Delay(1);
        }
    }

    private Task<EmbeddedEngine> Open() => EmbeddedEngine.Open(
        new EngineOptions { DataDirectory = folder.Path, IdleTime = TimeSpan.FromMilliseconds(1) },
        new WorkflowCatalog().Add(Counting).Add(Echo, (input, _) => Task.FromResult(input)));
}
