using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Planner.Engine.Storage;

/// <summary>
/// The SQLite file: one writing thread that puts all waiting writes into one transaction (group commit), and readers
/// beside it. A write that fails stops the file for writing: what was committed before stays, nothing else does.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly string connectionString;
    private readonly ConcurrentBag<Statements> readers = [];
    private readonly GroupWriter writer;
    private volatile bool closed;

    static Database() => SQLitePCL.Batteries_V2.Init();

    public Database(string path)
    {
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        try
        {
            writer = new GroupWriter(Prepare());
        }
        catch (SqliteException e)
        {
            throw new StoreFailedException($"The engine's database '{path}' cannot be opened: {e.Message}", e);
        }
    }

    /// <summary>Runs a write inside the next transaction; durable when the task completes.</summary>
    public Task<T> Write<T>(Func<Statements, T> write) => writer.Add(write);

    /// <summary>Runs a read on what is committed.</summary>
    public T Read<T>(Func<Statements, T> read)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (!readers.TryTake(out var reader))
            reader = Open();
        try
        {
            return read(reader);
        }
        catch (SqliteException e)
        {
            throw new StoreFailedException($"The engine's store cannot be read: {e.Message}", e);
        }
        finally
        {
            readers.Add(reader);
        }
    }

    public void Dispose()
    {
        closed = true;
        writer.Dispose();
        while (readers.TryTake(out var reader))
            reader.Dispose();
    }

    private Statements Prepare()
    {
        var statements = Open();
        statements.Connection.Execute("PRAGMA journal_mode=WAL");
        statements.Connection.Execute("PRAGMA wal_autocheckpoint=4000");
        statements.Connection.Execute("PRAGMA journal_size_limit=67108864");
        statements.Connection.Execute(Schema.Sql);
        return statements;
    }

    private Statements Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute("PRAGMA synchronous=FULL");
        connection.Execute("PRAGMA busy_timeout=5000");
        return new Statements(connection);
    }
}
