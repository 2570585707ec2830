using Planner.Durability;

namespace Planner.Engine.Storage;

/// <summary>What runs did, in the engine's database; ids are unique for each run.</summary>
internal sealed class SqliteJournal(Database database) : IJournal
{
    public Task Append(string runId, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return database.Write(statements =>
        {
            foreach (var entry in entries)
            {
                statements.Run(
                    "INSERT OR IGNORE INTO journal(run, id, at, kind, text) VALUES($0, $1, $2, $3, $4)",
                    runId, entry.Id, entry.At.UtcTicks, entry.Kind, entry.Text);
            }

            return true;
        });
    }

    public Task<IReadOnlyList<JournalLine>> Read(string runId, long after = 0, int limit = 1000, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<JournalLine>>(database.Read(statements => statements.Query(
            "SELECT position, id, at, kind, text FROM journal WHERE run = $0 AND position > $1 ORDER BY position LIMIT $2",
            row => new JournalLine(
                row.GetInt64(0),
                new JournalEntry(row.GetString(1), new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero), row.GetString(3), row.GetString(4))),
            runId,
            after,
            limit)));
    }

    public Task Delete(string runId, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return database.Write(statements => statements.Run("DELETE FROM journal WHERE run = $0", runId));
    }
}
