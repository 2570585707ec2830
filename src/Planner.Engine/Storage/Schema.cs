using Planner.Durability;

namespace Planner.Engine.Storage;

/// <summary>Tables of the engine's database. Times are UTC ticks.</summary>
internal static class Schema
{
    private const string Superseded = "superseded by ";

    private const string Sql =
        """
        CREATE TABLE IF NOT EXISTS runs(
            id TEXT PRIMARY KEY, workflow TEXT NOT NULL, version TEXT NOT NULL, status INTEGER NOT NULL,
            created INTEGER NOT NULL, updated INTEGER NOT NULL, custom TEXT, input TEXT, output TEXT, reason TEXT,
            successor TEXT, wake INTEGER, superseded TEXT);
        CREATE INDEX IF NOT EXISTS runs_by_time ON runs(created DESC, id DESC);
        CREATE INDEX IF NOT EXISTS runs_unfinished ON runs(status) WHERE status < 3;
        CREATE TABLE IF NOT EXISTS history(
            position INTEGER PRIMARY KEY, run TEXT NOT NULL, first INTEGER NOT NULL, events TEXT NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS history_by_run ON history(run, first);
        CREATE TABLE IF NOT EXISTS markers(id TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS inbox(
            run TEXT NOT NULL, item TEXT NOT NULL, payload TEXT NOT NULL, PRIMARY KEY(run, item)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS journal(
            position INTEGER PRIMARY KEY, run TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,
            text TEXT NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS journal_by_id ON journal(run, id);
        CREATE INDEX IF NOT EXISTS journal_by_run ON journal(run, position);
        """;

    /// <summary>Makes the tables, and brings those of an earlier release up to date.</summary>
    public static void Prepare(Statements statements)
    {
        statements.Connection.Execute(Sql);
        if (statements.Query("SELECT 1 FROM pragma_table_info('runs') WHERE name = 'superseded'", row => row.GetInt64(0)).Count > 0)
        {
            return;
        }
        // It kept in the words of a reason what has a column of its own now.
        statements.Run("ALTER TABLE runs ADD COLUMN superseded TEXT");
        statements.Run(
            "UPDATE runs SET superseded = substr(reason, length($0) + 1) WHERE status = $1 AND substr(reason, 1, length($0)) = $0",
            Superseded,
            (int)RunStatus.Terminated);
    }
}
