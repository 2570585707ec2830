using System.Collections.Concurrent;

namespace Planner.Engine.Runs;

/// <summary>The actors in memory, one for each run that is active or was so lately.</summary>
internal sealed class RunDirectory(EngineCore core)
{
    private readonly ConcurrentDictionary<string, RunActor> actors = new(StringComparer.Ordinal);

    /// <summary>Number of runs in memory.</summary>
    public int Count => actors.Count;

    public void Post(string id, RunMessage message)
    {
        if (core.Failure is { } failure)
        {
            core.Refuse([message], failure);
            return;
        }

        while (!actors.GetOrAdd(id, static (key, owner) => new RunActor(key, owner), core).Post(message))
        {
            // That actor has just retired; the next one loads the run from the store.
        }
    }

    public void Remove(string id, RunActor actor) => actors.TryRemove(new KeyValuePair<string, RunActor>(id, actor));

    /// <summary>Completes when all that was posted so far is handled and written.</summary>
    public Task Settled() => Task.WhenAll(actors.Values.Select(actor => actor.Settled()));

    /// <summary>Lets runs that have waited for a while leave memory.</summary>
    public void Sweep(DateTimeOffset now, TimeSpan idle)
    {
        foreach (var (_, actor) in actors)
        {
            actor.TryRetire(now, idle);
        }
    }
}
