using Planner.Benchmarks.Engine;
using Planner.Engine;
using Planner.Testing.Durable;
using Planner.Testing.Storage;

namespace Planner.Benchmarks.Engines;

/// <summary>
/// The same runs, which fan out to four steps that do nothing, on each engine in one process one after the other: the embedded
/// one with its store on disk, and the Durable adapter over Durable Task's test host, its store in memory and on Azurite.
/// </summary>
internal static class EngineComparison
{
    private const int OfStorage = 200;
    private const int Together = 5_000;
    private const string Unit = "times the embedded engine's time";

    public static async Task Print(Scale scale)
    {
        int[] loads = [scale.Of(OfStorage, 4), scale.Of(Together, 20)];
        var embedded = await OnEmbedded(scale, loads);
        Compare("memory", embedded, await OnDurable("memory", TaskHubs.InMemory(), scale, loads));
        if (AzuriteServer.Program is null)
        {
            Console.WriteLine("engines.azurite: not measured, because there is no azurite on the path ('npm install azurite' brings it)");
            return;
        }

        await using var azurite = await AzuriteServer.Start();
        // More than that at once measures Azurite's one process alone.
        Compare("azurite", embedded, await OnDurable("azurite", TaskHubs.InAzureStorage(azurite.ConnectionString), scale, loads[..1]));
    }

    private static async Task<Measured> OnEmbedded(Scale scale, int[] loads)
    {
        using var folder = new BenchFolder();
        var story = new FanOut();
        await using var engine = await EmbeddedEngine.Open(new EngineOptions { DataDirectory = folder.Path }, story.Catalog());
        return await Measure("embedded", new EngineLoad(story, engine.Client), scale, loads);
    }

    private static async Task<Measured> OnDurable(string name, Func<Task<Sidecar>> hub, Scale scale, int[] loads)
    {
        var story = new FanOut();
        await using var host = await DurableHost.Start(hub, story.Catalog(), new MemoryInbox());
        return await Measure(name, new EngineLoad(story, host.Client), scale, loads);
    }

    private static async Task<Measured> Measure(string name, EngineLoad engine, Scale scale, int[] loads)
    {
        await engine.Together("warm", scale.Of(20, 2));
        var alone = await engine.Alone(scale.Of(50, 3));
        var measured = new Measured(Figure.Percentile(alone, 0.5), Figure.Percentile(alone, 0.95), []);
        Figure.Print($"engines.{name}_alone_p50", measured.P50, "ms");
        Figure.Print($"engines.{name}_alone_p95", measured.P95, "ms");
        foreach (var load in loads)
        {
            measured.Rates[load] = await engine.Together($"together-{load}", load);
            Figure.Print($"engines.{name}_together_{load}", measured.Rates[load], "runs/s");
        }

        return measured;
    }

    private static void Compare(string name, Measured embedded, Measured other)
    {
        Figure.Print($"engines.{name}_alone_p50_ratio", other.P50 / embedded.P50, Unit);
        Figure.Print($"engines.{name}_alone_p95_ratio", other.P95 / embedded.P95, Unit);
        foreach (var (load, rate) in other.Rates)
        {
            Figure.Print($"engines.{name}_together_{load}_ratio", embedded.Rates[load] / rate, Unit);
        }
    }

    /// <summary>Milliseconds of a run alone, and runs in a second by how many start together.</summary>
    private sealed record Measured(double P50, double P95, Dictionary<int, double> Rates);
}
