using System.Collections.Concurrent;
using Planner.Conformance.Crashing;
using Planner.Durability;
using Planner.Engine.History;
using Planner.Engine.Storage;

namespace Planner.Engine.Tests;

/// <summary>The host dies after each single history event; the next one goes on to the same result.</summary>
public sealed class CrashTests : IDisposable
{
    private const string Id = "crash-1";
    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentDictionary<string, int> inputs = new(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. CrashStories.All.Keys];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Crash_AfterEachEvent_EndsWithTheSameResult(string story)
    {
        var (expected, events) = await Undisturbed(story);
        Assert.True(events > 3);
        var accepted = 0;
        for (; accepted <= events + 1 && await Crashes(At(accepted), story, accepted); accepted++)
        {
            Assert.Equal(expected, Comparable(await Finish(At(accepted), story)));
        }

        // The bell is an event more where it rings before the run goes on as new.
        Assert.InRange(accepted, events - 1, events + 1);

        string At(int count) => Path.Combine(folder.Path, $"at-{count}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Crash_AfterEveryEventOfEveryHost_StillEnds(string story)
    {
        var (expected, events) = await Undisturbed(story);
        var data = Path.Combine(folder.Path, "always");
        var hosts = 0;

        // What a run that continues as new carries over is one piece of three events.
        while (await Crashes(data, story, 3))
        {
            Assert.True(++hosts <= (events * 4) + 10, "the run makes no progress");
        }

        Assert.Equal(expected, Comparable(await Finish(data, story)));
    }

    private async Task<(string Result, int Events)> Undisturbed(string story)
    {
        CrashingStore store = null!;
        var data = Path.Combine(folder.Path, "undisturbed");
        await using var engine = await Open(data, inner => store = new CrashingStore(inner, int.MaxValue));
        var run = await Drive(engine, story);
        return (Comparable(run), store.Accepted);
    }

    // Returns whether the store refused something before the run ended.
    private async Task<bool> Crashes(string data, string story, int accepted)
    {
        CrashingStore store = null!;
        await using var engine = await Open(data, inner => store = new CrashingStore(inner, accepted));
        try
        {
            await Drive(engine, story);
            return false;
        }
        catch (StoreFailedException)
        {
            Assert.True(store.Crashed.IsCompleted);
            return true;
        }
    }

    private async Task<RunInfo> Finish(string data, string story)
    {
        await using var engine = await Open(data, null);
        return await Drive(engine, story);
    }

    private static async Task<RunInfo> Drive(EmbeddedEngine engine, string story)
    {
        await engine.Client.Start(CrashStories.All[story], Id, 1);
        if (!engine.Export(Id)!.Events.OfType<SignalReceived>().Any())
        {
            await CrashStories.Ring(engine.Client, Id);
        }

        return await engine.Client.WaitForEnd(Id).WaitAsync(TimeSpan.FromSeconds(20));
    }

    // A guid is derived from the time of the start and differs between data directories.
    private static string Comparable(RunInfo run)
    {
        Assert.Equal(RunStatus.Completed, run.Status);
        return string.Join(' ', Payload.Read<string>(run.Output!).Split(' ').Where(word => !Guid.TryParse(word, out _)));
    }

    private Task<EmbeddedEngine> Open(string data, Func<IHistoryStore, IHistoryStore>? wrap) => EmbeddedEngine.Open(
        new EngineOptions { DataDirectory = data },
        CrashStories.Catalog((call, input) => Assert.Equal(input, inputs.GetOrAdd(call.Key, input))),
        wrap: wrap);
}
