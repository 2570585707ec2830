using System.Diagnostics;
using Planner.EndToEnd.Tests.Survival.Killing;

namespace Planner.Benchmarks.Overhead;

/// <summary>
/// What a plan takes beyond the longest chain of its specialists: the ticket, the real code base of the sample shop, the
/// engine on disk, the review and all artifacts.
/// </summary>
internal static class OverheadFigures
{
    // A service that has just been started still compiles its own code; after so many plans little of that is left.
    private const int WarmingRuns = 20;

    public static async Task Print(Scale scale)
    {
        var chain = ScriptedPlanner.LongestChain * Thinking(scale).TotalMilliseconds;
        var times = await Warm(scale);
        var total = Figure.Percentile(times, 0.5);
        Figure.Print("overhead.chain", chain, "ms");
        Figure.Print("overhead.total", total, "ms");
        Figure.Print("overhead.share", 100 * (total - chain) / chain, "%");
        Figure.Print("overhead.best_share", 100 * (times.Min() - chain) / chain, "%");
        Figure.Print("overhead.cold_total", Figure.Percentile(await Cold(scale), 0.5), "ms");
    }

    /// <summary>One plan in this process, which has planned nothing before.</summary>
    public static async Task PlanOnce(Scale scale)
    {
        using var scratch = new Scratch();
        await using var planner = new ScriptedPlanner(scratch.NewPlan(), Thinking(scale));
        await planner.Plan();
    }

    private static async Task<List<double>> Warm(Scale scale)
    {
        using var scratch = new Scratch();
        await WarmUp(scratch, scale.Of(WarmingRuns, 1));
        await using var planner = new ScriptedPlanner(scratch.NewPlan(), Thinking(scale));
        await planner.Plan();
        var times = new List<double>();
        for (var run = 0; run < scale.Of(7, 1); run++)
        {
            times.Add((await planner.Plan()).TotalMilliseconds);
        }

        return times;
    }

    private static async Task WarmUp(Scratch scratch, int runs)
    {
        await using var planner = new ScriptedPlanner(scratch.NewPlan(), TimeSpan.Zero);
        for (var run = 0; run < runs; run++)
        {
            await planner.Plan();
        }
    }

    private static async Task<List<double>> Cold(Scale scale)
    {
        var times = new List<double>();
        for (var run = 0; run < scale.Of(3, 1); run++)
        {
            var watch = Stopwatch.StartNew();
            using var child = Process.Start(Child(scale));
            await child!.WaitForExitAsync();
            times.Add(child.ExitCode == 0
                ? watch.Elapsed.TotalMilliseconds
                : throw new InvalidOperationException($"The cold plan ended with {child.ExitCode}."));
        }

        return times;
    }

    private static TimeSpan Thinking(Scale scale) => scale.Of(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(20));

    private static ProcessStartInfo Child(Scale scale) =>
        new(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["exec", typeof(OverheadFigures).Assembly.Location, "overhead", "--once", .. scale.Of<string[]>([], ["--smoke"])]);
}
