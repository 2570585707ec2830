using Planner.Durability;
using Planner.EndToEnd.Tests.Story;
using Planner.Engine;
using Planner.Engine.History;
using Planner.Engine.Storage;

namespace Planner.EndToEnd.Tests.Survival.Killing;

/// <summary>All that a finished plan left behind, by name; two undisturbed plans of the same ticket leave the same.</summary>
internal sealed class Evidence
{
    private readonly SortedDictionary<string, string> facts = new(StringComparer.Ordinal);

    private Evidence()
    {
    }

    /// <summary>Number of events in the run's history.</summary>
    public int Events { get; private set; }

    /// <summary>True once the run has ended.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Reads it while no process works on the plan, and leaves everything as it is.</summary>
    public static async Task<Evidence> Of(SamplePlan plan)
    {
        var evidence = new Evidence();
        evidence.AddFiles(plan);
        await evidence.AddRuns(plan);
        return evidence;
    }

    /// <summary>One line for each fact that is not the same in the other.</summary>
    public IReadOnlyList<string> Differences(Evidence other) =>
    [
        .. facts.Keys.Union(other.facts.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(name => Fact(name) != other.Fact(name))
            .Select(name => $"{name}: {Fact(name) ?? "nothing"} instead of {other.Fact(name) ?? "nothing"}"),
    ];

    private string? Fact(string name) => facts.GetValueOrDefault(name);

    // Hidden files are the planner's own, except what it stages and what would be a second version.
    private void AddFiles(SamplePlan plan)
    {
        foreach (var (path, hash) in Tree.Published(plan.Output))
        {
            facts.Add($"file {path}", hash);
        }

        foreach (var path in Directory.EnumerateFiles(plan.Output, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(plan.Output, f)))
        {
            if (path.Split('/') is var parts && parts.Any(p => p is ".staging" or ".versions" || p.EndsWith(".tmp", StringComparison.Ordinal)))
            {
                facts.Add($"hidden {path}", "is there");
            }
        }

        foreach (var path in Directory.EnumerateFiles(plan.TicketFolder, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None }))
        {
            facts.Add($"beside the ticket {Path.GetFileName(path)}", plan.Portable(File.ReadAllText(path)));
        }
    }

    private async Task AddRuns(SamplePlan plan)
    {
        IHistoryStore store = null!;
        await using var engine = EmbeddedEngine.Create(new EngineOptions { DataDirectory = CopyOfEngineData(plan) }, wrap: inner => store = inner);
        foreach (var run in store.List(new RunQuery()).Items)
        {
            facts.Add($"run {run.InstanceId}", $"{run.Status}: {plan.Portable(run.Output ?? run.Reason ?? "")}");
        }

        HasEnded = store.Find(plan.RunId) is { HasEnded: true };
        AddHistory(engine.Export(plan.RunId)?.Events ?? []);
        AddLines(plan, await engine.Journal.Read(plan.RunId, limit: 10_000));
    }

    // Opening the database would mend what a kill left; that is for the planner itself to do.
    private static string CopyOfEngineData(SamplePlan plan)
    {
        var copy = Directory.CreateDirectory($"{plan.Output}-looked-at-{Guid.NewGuid():n}").FullName;
        foreach (var file in Directory.EnumerateFiles(plan.EngineData, EngineOptions.DatabaseFile + "*"))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    private void AddHistory(IReadOnlyList<HistoryEvent> events)
    {
        Events = events.Count;
        var steps = events.OfType<StepCalled>().ToDictionary(c => c.Call);
        foreach (var results in events.OfType<StepCompleted>().GroupBy(e => e.Call))
        {
            facts.Add($"step {steps[results.Key].Step}/{steps[results.Key].Ordinal}", $"returned {results.Count()} times");
        }
    }

    private void AddLines(SamplePlan plan, IReadOnlyList<JournalLine> lines)
    {
        foreach (var same in lines.Select(l => l.Entry).GroupBy(e => $"{e.Kind} {plan.Portable(e.Text)}"))
        {
            facts.Add($"journal {same.Key}", $"{same.Count()} times");
        }
    }
}
