using System.Diagnostics;
using Planner.Benchmarks.Engine;
using Planner.Codebase;
using Planner.Codebase.Reading;
using Planner.Core.Grounding;
using Planner.Core.Grounding.Facts;
using Planner.Core.Tickets;

namespace Planner.Benchmarks.Grounding;

/// <summary>Reading 5,000 files of 100 MB and grounding one ticket in them.</summary>
internal static class GroundingFigures
{
    public static async Task Print(Scale scale)
    {
        var files = scale.Of(5000, 50);
        using var folder = new BenchFolder();
        using var cache = new BenchFolder();
        MadeCodebase.Write(folder.Path, files);
        await Measure($"cold_{files}", files, folder.Path, cache.Path);
        await Measure($"unchanged_{files}", files, folder.Path, cache.Path);
        var changed = Directory.EnumerateFiles(folder.Path, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        await File.AppendAllTextAsync(changed, "\n// changed\n");
        await Measure($"one_changed_{files}", files, folder.Path, cache.Path);
        Figure.Print("grounding.peak", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, "MB");
    }

    /// <summary>Reads the code base and grounds a ticket in it. CPU time divided by the cores is what free ones could do.</summary>
    private static async Task Measure(string name, int files, string codebase, string cache)
    {
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var index = await new CodebaseReader(_ => codebase, new CodebaseOptions { CacheFolder = cache }).Read("made", CancellationToken.None);
        var found = Ground(index);
        Figure.Print($"grounding.{name}", watch.Elapsed.TotalSeconds, "s");
        Figure.Print($"grounding.{name}_cpu", (Environment.CpuUsage.TotalTime - before).TotalSeconds, "s");
        if (found.Files.Count == 0 || index.Documents.Count < files)
        {
            throw new InvalidOperationException($"{index.Documents.Count} files were read and {found.Files.Count} ranked.");
        }
    }

    private static TicketGrounding Ground(CodebaseIndex index)
    {
        var ticket = new Ticket
        {
            Key = "SHOP-1",
            Summary = "Orders keep their price",
            Description = "`OrderService0` asks `PriceReader54` for the total of an order.",
            Type = "Story",
        };
        return TicketGrounder.Ground(ticket, CriteriaReader.Freeze(ticket), index);
    }
}
