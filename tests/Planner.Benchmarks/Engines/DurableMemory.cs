using System.Diagnostics;
using System.Globalization;
using Planner.Core.Planning.Story;
using Planner.Testing.Durable;

namespace Planner.Benchmarks.Engines;

/// <summary>The body of a Functions worker over Durable Task in memory, in a process of its own whose memory is the figure.</summary>
internal static class DurableMemory
{
    /// <summary>Plans so many tickets at once and prints the megabytes that the process held at most.</summary>
    public static async Task Print(int runs)
    {
        using var place = new PlanningPlace();
        var keys = Enumerable.Range(1, runs).Select(n => string.Create(CultureInfo.InvariantCulture, $"MEM-{n}")).ToList();
        keys.ForEach(place.Copy);
        var inbox = new MemoryInbox();
        await using var host = await DurableHost.Start(TaskHubs.InMemory(), place.Catalog(inbox, new MemoryJournal()), inbox);
        await Task.WhenAll(keys.Select(key => host.Client.Start(new PlanTicket(), $"{key}-api-1", PlanningPlace.Request(TimeSpan.Zero, key))));
        foreach (var key in keys)
        {
            await PlanConversation.Result(host.Client, $"{key}-api-1");
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine((process.PeakWorkingSet64 / 1048576.0).ToString(CultureInfo.InvariantCulture));
    }
}
