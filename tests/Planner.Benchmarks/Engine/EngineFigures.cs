using Planner.Benchmarks.Engines;
using Planner.Engine;

namespace Planner.Benchmarks.Engine;

/// <summary>Runs that fan out to four steps which do nothing, on a durable store (WAL, synchronous=FULL).</summary>
internal static class EngineFigures
{
    public static async Task Print(Scale scale)
    {
        var (together, rounds, alone) = scale.Of((5000, 3, 300), (50, 1, 5));
        using var folder = new BenchFolder();
        var story = new FanOut();
        await using var engine = await EmbeddedEngine.Open(new EngineOptions { DataDirectory = folder.Path }, story.Catalog());
        var load = new EngineLoad(story, engine.Client);
        await load.Together("warm", together / 5);
        var rates = new List<double>();
        var before = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < rounds; round++)
        {
            rates.Add(await load.Together($"together-{round}", together));
        }

        var spent = Environment.CpuUsage.TotalTime - before;
        Figure.Print($"engine.throughput_{together}", Figure.Percentile(rates, 0.5), "runs/s");
        Figure.Print($"engine.throughput_{together}_best", rates.Max(), "runs/s");

        // Holds on a busy machine too: cores divided by this is what free ones could do.
        Figure.Print("engine.cpu_per_run", spent.TotalMilliseconds / (rounds * together), "ms");
        var times = await load.Alone(alone);
        Figure.Print("engine.single_p50", Figure.Percentile(times, 0.5), "ms");
        Figure.Print("engine.single_p95", Figure.Percentile(times, 0.95), "ms");
    }
}
