using System.Diagnostics;
using System.Globalization;
using Planner.Durability;
using Planner.Engine;
using Planner.Engine.History;

namespace Planner.Benchmarks.Engine;

/// <summary>What a replay costs by length of history, and that a run in memory is not replayed.</summary>
internal static class ReplayFigures
{
    private static readonly int[] Lengths = [1000, 2000, 4000, 8000];
    private static readonly int[] SmokeLengths = [10, 20, 40, 80];

    public static async Task Print(Scale scale)
    {
        using var folder = new BenchFolder();
        var story = new Chain();
        await using var engine = await EmbeddedEngine.Open(new EngineOptions { DataDirectory = folder.Path }, story.Catalog());
        var perEvent = new List<double>();
        Replay(story, await Record(engine, story, scale.Of(500, 5)));
        foreach (var length in scale.Of(Lengths, SmokeLengths))
        {
            var watch = Stopwatch.StartNew();
            var history = await Record(engine, story, length);
            Figure.Print($"replay.live_{length}", watch.Elapsed.TotalMilliseconds * 1000 / length, "us/step");
            perEvent.Add(Replay(story, history) * 1000 / history.Events.Count);
            Figure.Print($"replay.events_{history.Events.Count}", perEvent[^1], "us/event");
        }

        Figure.Print("replay.growth_8x", perEvent[^1] / perEvent[0], "times per event");
    }

    private static async Task<RunHistory> Record(EmbeddedEngine engine, Chain story, int length)
    {
        var id = length.ToString(CultureInfo.InvariantCulture);
        var before = story.Begun;
        await engine.Client.Start(story, id, length);
        await engine.Client.WaitForEnd(id);
        Figure.Print($"replay.bodies_begun_{length}", story.Begun - before, "bodies");
        return engine.Export(id)!;
    }

    // Milliseconds of the median of nine replays.
    private static double Replay(Chain story, RunHistory history)
    {
        var catalog = story.Catalog();
        var times = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            var watch = Stopwatch.StartNew();
            HistoryReplayer.Replay(catalog, history);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Figure.Percentile(times, 0.5);
    }
}
