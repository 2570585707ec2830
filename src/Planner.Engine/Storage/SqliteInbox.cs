using Planner.Durability;

namespace Planner.Engine.Storage;

/// <summary>Answers in the engine's database; the primary key decides who was first.</summary>
internal sealed class SqliteInbox(Database database) : IInbox
{
    public Task<InboxWrite> TryAdd(string runId, string item, string payload, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return database.Write(statements =>
        {
            var added = statements.Run("INSERT OR IGNORE INTO inbox(run, item, payload) VALUES($0, $1, $2)", runId, item, payload) == 1;
            var stands = statements.Query(
                "SELECT payload FROM inbox WHERE run = $0 AND item = $1", row => row.GetString(0), runId, item)[0];
            return new InboxWrite(added, new InboxItem(item, stands));
        });
    }

    public Task<IReadOnlyList<InboxItem>> Read(string runId, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<InboxItem>>(database.Read(statements => statements.Query(
            "SELECT item, payload FROM inbox WHERE run = $0 ORDER BY item",
            row => new InboxItem(row.GetString(0), row.GetString(1)),
            runId)));
    }

    public Task Delete(string runId, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return database.Write(statements => statements.Run("DELETE FROM inbox WHERE run = $0", runId));
    }
}
