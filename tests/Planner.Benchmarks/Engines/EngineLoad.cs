using System.Diagnostics;
using Planner.Benchmarks.Engine;
using Planner.Durability;

namespace Planner.Benchmarks.Engines;

/// <summary>Gives an engine runs of one story, one by one or many that start together.</summary>
/// <param name="story">In the engine's catalog.</param>
/// <param name="client">The engine's.</param>
internal sealed class EngineLoad(FanOut story, IWorkflowClient client)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(2);

    /// <returns>Milliseconds of each.</returns>
    public async Task<IReadOnlyList<double>> Alone(int count)
    {
        var times = new List<double>();
        for (var i = 0; i < count; i++)
        {
            times.Add((await Once($"alone-{i}")).TotalMilliseconds);
        }

        return times;
    }

    /// <returns>Runs in a second.</returns>
    public async Task<double> Together(string prefix, int count)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => Once($"{prefix}-{i}")));
        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>From its start until its end is written down. Clients that wait for an end look for it only every two seconds on some stores.</summary>
    private async Task<TimeSpan> Once(string id)
    {
        var watch = Stopwatch.StartNew();
        await client.Start(story, id, 1);
        await story.LastTurn(id);
        RunInfo? run;
        while ((run = await client.Get(id)) is not { HasEnded: true })
        {
            await Task.Delay(Glance);
        }

        return run.Output == "10" ? watch.Elapsed : throw new InvalidOperationException($"{id} ended with {run.Status}: {run.Output ?? run.Reason}");
    }
}
