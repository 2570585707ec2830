using System.Diagnostics;
using Planner.Durability;
using Planner.Engine;

namespace Planner.Benchmarks.Engine;

/// <summary>Runs that fan out to four steps which do nothing, on a durable store (WAL, synchronous=FULL).</summary>
internal static class EngineFigures
{
    private const int Together = 5000;
    private const int Rounds = 3;
    private const int Alone = 300;
    private static readonly FanOut Story = new();

    public static async Task Print()
    {
        using var folder = new BenchFolder();
        await using var engine = await EmbeddedEngine.Open(new EngineOptions { DataDirectory = folder.Path }, FanOut.Catalog());
        await StartTogether(engine.Client, "warm", 1000);
        var rates = new List<double>();
        var before = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < Rounds; round++)
            rates.Add(await StartTogether(engine.Client, $"together-{round}", Together));
        var spent = Environment.CpuUsage.TotalTime - before;
        Figure.Print("engine.throughput_5000", Figure.Percentile(rates, 0.5), "runs/s");
        Figure.Print("engine.throughput_5000_best", rates.Max(), "runs/s");

        // Holds on a busy machine too: cores divided by this is what free ones could do.
        Figure.Print("engine.cpu_per_run", spent.TotalMilliseconds / (Rounds * Together), "ms");
        var times = await OneByOne(engine.Client);
        Figure.Print("engine.single_p50", Figure.Percentile(times, 0.5), "ms");
        Figure.Print("engine.single_p95", Figure.Percentile(times, 0.95), "ms");
    }

    private static async Task<double> StartTogether(IWorkflowClient client, string prefix, int count)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => Once(client, $"{prefix}-{i}")));
        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<List<double>> OneByOne(IWorkflowClient client)
    {
        var times = new List<double>();
        for (var i = 0; i < Alone; i++)
        {
            var watch = Stopwatch.StartNew();
            await Once(client, $"alone-{i}");
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    private static async Task Once(IWorkflowClient client, string id)
    {
        await client.Start(Story, id, 1);
        var run = await client.WaitForEnd(id);
        if (run.Output != "10")
            throw new InvalidOperationException($"{id} ended with {run.Status}: {run.Output ?? run.Reason}");
    }
}
