using Planner.Durability;
using Planner.Engine;
using Planner.Engine.History;

namespace Planner.Conformance.Histories;

/// <summary>Histories that are kept as files, one for each run, and the check that today's code still fits them.</summary>
public sealed class RecordedHistories(string folder)
{
    /// <summary>File names without their ending, sorted.</summary>
    public IReadOnlyList<string> Names =>
        [.. Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>Replays one and compares how it ends.</summary>
    /// <exception cref="NonDeterministicWorkflowException">The code asks for something else than was recorded.</exception>
    public void Check(WorkflowCatalog catalog, string name)
    {
        var history = RunHistory.FromJson(File.ReadAllText(PathOf(name)));
        var recorded = history.Events.OfType<RunEnded>().SingleOrDefault();
        Assert.Equal(recorded, HistoryReplayer.Replay(catalog, history));
    }

    /// <summary>Writes or replaces one.</summary>
    public void Write(string name, RunHistory history) => File.WriteAllText(PathOf(name), history.ToJson());

    private string PathOf(string name) => Path.Combine(folder, name + ".json");
}
