using System.Diagnostics;
using System.Globalization;
using Planner.Benchmarks.Serving;

namespace Planner.Benchmarks.Engines;

/// <summary>
/// The memory that a host holds at most with many plans at once, beside one plan: a real <c>planner serve</c>, and a Functions
/// worker's body.
/// </summary>
internal static class MemoryFigures
{
    /// <summary>Returns the exit code: 0 where every plan was made.</summary>
    public static async Task<int> Print(Scale scale)
    {
        var many = scale.Of(50, 2);
        var (one, isOne) = await FloodFigures.Flood(1);
        var (all, isAll) = await FloodFigures.Flood(many);
        Tell("serve", many, one, all);
        Tell("durable", many, await Durable(1), await Durable(many));
        return isOne && isAll ? 0 : 1;
    }

    private static void Tell(string host, int many, double one, double all)
    {
        Figure.Print($"memory.{host}_1", one, "MB");
        Figure.Print(string.Create(CultureInfo.InvariantCulture, $"memory.{host}_{many}"), all, "MB");
        Figure.Print($"memory.{host}_ratio", all / one, "times");
    }

    private static async Task<double> Durable(int runs)
    {
        using var child = Process.Start(new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["exec", typeof(MemoryFigures).Assembly.Location, "memory", "--durable", runs.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var said = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return child.ExitCode == 0
            ? double.Parse(said, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The plans on Durable ended with {child.ExitCode}.");
    }
}
