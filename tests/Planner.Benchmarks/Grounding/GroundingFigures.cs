using System.Diagnostics;
using Planner.Benchmarks.Engine;
using Planner.Core.Grounding;
using Planner.Core.Tickets;
using Planner.Integrations.Codebase;

namespace Planner.Benchmarks.Grounding;

/// <summary>Reading 5,000 files of 100 MB and grounding one ticket in them.</summary>
internal static class GroundingFigures
{
    private const int Files = 5000;

    public static async Task Print()
    {
        using var folder = new BenchFolder();
        MadeCodebase.Write(folder.Path, Files);
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var index = await new CodebaseReader(_ => folder.Path, new CodebaseOptions()).Read("made", CancellationToken.None);
        Figure.Print("grounding.cold_5000", watch.Elapsed.TotalSeconds, "s");

        // Holds on a busy machine too: divided by the cores this is what free ones could do.
        Figure.Print("grounding.cold_cpu", (Environment.CpuUsage.TotalTime - before).TotalSeconds, "s");
        watch.Restart();
        var found = Ground(index);
        Figure.Print("grounding.ticket", watch.Elapsed.TotalSeconds, "s");
        Figure.Print("grounding.peak", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, "MB");
        if (found.Files.Count == 0 || index.Documents.Count < Files)
            throw new InvalidOperationException($"{index.Documents.Count} files were read and {found.Files.Count} ranked.");
    }

    private static TicketGrounding Ground(CodebaseIndex index)
    {
        var ticket = new Ticket { Key = "SHOP-1", Summary = "Orders keep their price", Description = "`OrderService0` asks `PriceReader54` for the total of an order.", Type = "Story" };
        return TicketGrounder.Ground(ticket, CriteriaReader.Freeze(ticket), index);
    }
}
