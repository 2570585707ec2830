using System.Text.Json;
using Planner.Durability;
using Planner.Engine.History;

namespace Planner.Engine.Storage;

/// <summary>Runs and histories in the engine's database.</summary>
internal sealed class SqliteHistoryStore(Database database) : IHistoryStore
{
    public Task Commit(IReadOnlyList<RunChange> changes)
    {
        var texts = changes.Select(change => Text(change.Events)).ToArray();
        return database.Write(statements =>
        {
            for (var i = 0; i < texts.Length; i++)
            {
                Apply(statements, changes[i], texts[i]);
            }

            return true;
        });
    }

    public RunRecord? Load(string instanceId) => database.Read(statements =>
        RunRows.Find(statements, instanceId) is { } run ? new RunRecord(run, Events(statements, instanceId)) : null);

    public RunInfo? Find(string instanceId) => database.Read(statements => RunRows.Find(statements, instanceId));

    public bool IsTaken(string instanceId, DateTimeOffset now) => database.Read(statements =>
        statements.Query("SELECT 1 FROM markers WHERE id = $0 AND until > $1", row => row.GetInt32(0), instanceId, now.UtcTicks).Count > 0);

    public RunPage List(RunQuery query) => database.Read(statements => RunRows.List(statements, query));

    public IReadOnlyList<UnfinishedRun> Unfinished() => database.Read(RunRows.Unfinished);

    public Task Purge(string instanceId, DateTimeOffset now, DateTimeOffset markerUntil) => database.Write(statements =>
    {
        statements.Run("DELETE FROM history WHERE run = $0", instanceId);
        statements.Run("DELETE FROM inbox WHERE run = $0", instanceId);
        statements.Run("DELETE FROM journal WHERE run = $0", instanceId);
        statements.Run("DELETE FROM runs WHERE id = $0", instanceId);
        statements.Run("DELETE FROM markers WHERE until <= $0", now.UtcTicks);
        return statements.Run("INSERT OR REPLACE INTO markers(id, until) VALUES($0, $1)", instanceId, markerUntil.UtcTicks);
    });

    private static void Apply(Statements statements, RunChange change, string events)
    {
        if (change.IsNew)
        {
            RunRows.Insert(statements, change);
        }
        else
        {
            RunRows.Update(statements, change);
        }

        if (change.IsReset)
        {
            statements.Run("DELETE FROM history WHERE run = $0", change.Run.InstanceId);
        }

        if (change.Events.Count > 0)
        {
            statements.Run("INSERT INTO history(run, first, events) VALUES($0, $1, $2)", change.Run.InstanceId, change.FirstIndex, events);
        }
    }

    private static List<HistoryEvent> Events(Statements statements, string instanceId)
    {
        var chunks = statements.Query("SELECT events FROM history WHERE run = $0 ORDER BY first", row => row.GetString(0), instanceId);
        var events = new List<HistoryEvent>();
        foreach (var chunk in chunks)
        {
            events.AddRange(JsonSerializer.Deserialize(chunk, HistoryJson.Default.HistoryEventArray)!);
        }

        return events;
    }

    private static string Text(IReadOnlyList<HistoryEvent> events) =>
        JsonSerializer.Serialize([.. events], HistoryJson.Default.HistoryEventArray);
}
