using System.Runtime.CompilerServices;
using Planner.Conformance.Histories;
using Planner.Engine.History;

namespace Planner.Engine.Tests;

/// <summary>Histories of the crash stories, recorded by an earlier build of the engine, still replay.</summary>
public sealed class RecordedHistoryTests
{
    private static readonly RecordedHistories Recorded = new(Folder());

    public static TheoryData<string> Names => [.. CrashStories.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void RecordedHistory_WithTodaysCode_EndsAsRecorded(string story) =>
        Recorded.Check(CrashStories.Catalog((_, _) => { }), story);

    // Run by hand after a change of the stories: dotnet run --project tests/Planner.Engine.Tests -- -explicit only
    [Fact(Explicit = true)]
    public async Task Record()
    {
        using var folder = new TemporaryFolder();
        await using var engine = await EmbeddedEngine.Open(
            new EngineOptions { DataDirectory = folder.Path }, CrashStories.Catalog((_, _) => { }));
        foreach (var (name, story) in CrashStories.All)
        {
            await engine.Client.Start(story, name, 1);
            await CrashStories.Ring(engine.Client, name);
            await engine.Client.WaitForEnd(name);
            var history = engine.Export(name)!;
            Assert.IsType<RunEnded>(history.Events[^1]);
            Recorded.Write(name, history);
        }
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Histories");
}
