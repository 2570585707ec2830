using System.Diagnostics;
using Planner.Durability;
using Planner.Engine;

namespace Planner.Benchmarks.Engine;

/// <summary>Many runs that wait: what they cost, and how soon a restarted host takes their signals.</summary>
internal static class WaitingFigures
{
    private static readonly Waiter Story = new();

    public static async Task Print(Scale scale)
    {
        var waiting = scale.Of(10_000, 50);
        using var folder = new BenchFolder();
        var idle = await Idle();
        await using (var engine = await Open(folder))
        {
            await Start(engine.Client, waiting);
            Figure.Print($"waiting.memory_loaded_{waiting}", Megabytes() - idle, "MB");
            while (engine.LoadedRuns > 0)
            {
                await Task.Delay(100);
            }

            Figure.Print($"waiting.memory_{waiting}", Megabytes() - idle, "MB");
        }

        var watch = Stopwatch.StartNew();
        await using var restarted = await Open(folder);
        await Signal(restarted.Client, 0, 1);
        Figure.Print("waiting.restart_ready", watch.Elapsed.TotalSeconds, "s");
        watch.Restart();
        await Signal(restarted.Client, 1, waiting);
        Figure.Print($"waiting.signal_all_{waiting}", watch.Elapsed.TotalSeconds, "s");
    }

    // The process with an engine that has run one story and has nothing to do.
    private static async Task<double> Idle()
    {
        using var folder = new BenchFolder();
        await using var engine = await Open(folder);
        await engine.Client.Start(Story, "wait-0", 0);
        await Signal(engine.Client, 0, 1);
        return Megabytes();
    }

    private static Task<EmbeddedEngine> Open(BenchFolder folder) => EmbeddedEngine.Open(
        new EngineOptions { DataDirectory = folder.Path, IdleTime = TimeSpan.FromSeconds(3) }, Waiter.Catalog());

    private static async Task Start(IWorkflowClient client, int waiting)
    {
        await Task.WhenAll(Enumerable.Range(0, waiting).Select(i => client.Start(Story, $"wait-{i}", i)));
        while ((await client.List(new RunQuery(IdPrefix: "wait-", PageSize: 1000))).Items.Any(run => run.CustomStatus != "waiting"))
        {
            await Task.Delay(20);
        }
    }

    private static async Task Signal(IWorkflowClient client, int from, int until) =>
        await Task.WhenAll(Enumerable.Range(from, until - from).Select(async i =>
        {
            await client.Raise($"wait-{i}", Waiter.Answer, "yes");
            var run = await client.WaitForEnd($"wait-{i}");
            if (run.Output != "\"yes\"")
            {
                throw new InvalidOperationException($"wait-{i} ended with {run.Status}: {run.Output ?? run.Reason}");
            }
        }));

    private static double Megabytes()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1048576.0;
    }
}
