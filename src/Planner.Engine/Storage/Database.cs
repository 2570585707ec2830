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

    // So many pages of 4 KB at once: other writes wait no longer than for a commit of that size.
    private const int PagesAtOnce = 1000;

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
        {
            reader = Open();
        }

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

    /// <summary>Gives pages that hold nothing back to the disk, a part at a time. Files of earlier releases keep them and use them again.</summary>
    public async Task Shrink()
    {
        for (var (free, before) = (await FreePages(), long.MaxValue); free > 0 && free < before;)
        {
            await Write(statements => statements.Query($"PRAGMA incremental_vacuum({PagesAtOnce})", _ => true));
            (before, free) = (free, await FreePages());
        }
    }

    public void Dispose()
    {
        closed = true;
        writer.Dispose();
        while (readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private Task<long> FreePages() => Write(statements => statements.Query("PRAGMA freelist_count", row => row.GetInt64(0))[0]);

    private Statements Prepare()
    {
        var statements = Open();
        // Counts for a new file only, and before anything is written to it.
        statements.Connection.Execute("PRAGMA auto_vacuum=INCREMENTAL");
        statements.Connection.Execute("PRAGMA journal_mode=WAL");
        statements.Connection.Execute("PRAGMA wal_autocheckpoint=4000");
        statements.Connection.Execute("PRAGMA journal_size_limit=67108864");
        Schema.Prepare(statements);
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
