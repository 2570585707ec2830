using System.Diagnostics;
using Planner.EndToEnd.Tests.Survival.Killing;

namespace Planner.Benchmarks.Overhead;

/// <summary>
/// What a plan takes beyond the longest chain of its specialists: the ticket, the real code base of the sample shop, the
/// engine on disk, the review and all artifacts.
/// </summary>
internal static class OverheadFigures
{
    private const int Runs = 7;
    private const int ColdRuns = 3;

    // A service that has just been started still compiles its own code; after so many plans little of that is left.
    private const int WarmingRuns = 20;
    private static readonly TimeSpan Thinking = TimeSpan.FromSeconds(1);

    public static async Task Print()
    {
        var chain = ScriptedPlanner.LongestChain * Thinking.TotalMilliseconds;
        var times = await Warm();
        var total = Figure.Percentile(times, 0.5);
        Figure.Print("overhead.chain", chain, "ms");
        Figure.Print("overhead.total", total, "ms");
        Figure.Print("overhead.share", 100 * (total - chain) / chain, "%");
        Figure.Print("overhead.best_share", 100 * (times.Min() - chain) / chain, "%");
        Figure.Print("overhead.cold_total", Figure.Percentile(await Cold(), 0.5), "ms");
    }

    /// <summary>One plan in this process, which has planned nothing before.</summary>
    public static async Task PlanOnce()
    {
        using var scratch = new Scratch();
        await using var planner = new ScriptedPlanner(scratch.NewPlan(), Thinking);
        await planner.Plan();
    }

    private static async Task<List<double>> Warm()
    {
        using var scratch = new Scratch();
        await WarmUp(scratch);
        await using var planner = new ScriptedPlanner(scratch.NewPlan(), Thinking);
        await planner.Plan();
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            times.Add((await planner.Plan()).TotalMilliseconds);
        }

        return times;
    }

    private static async Task WarmUp(Scratch scratch)
    {
        await using var planner = new ScriptedPlanner(scratch.NewPlan(), TimeSpan.Zero);
        for (var run = 0; run < WarmingRuns; run++)
        {
            await planner.Plan();
        }
    }

    private static async Task<List<double>> Cold()
    {
        var times = new List<double>();
        for (var run = 0; run < ColdRuns; run++)
        {
            var watch = Stopwatch.StartNew();
            using var child = Process.Start(Child());
            await child!.WaitForExitAsync();
            times.Add(child.ExitCode == 0 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"The cold plan ended with {child.ExitCode}."));
        }

        return times;
    }

    private static ProcessStartInfo Child() =>
        new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", typeof(OverheadFigures).Assembly.Location, "overhead", "--once"]);
}
