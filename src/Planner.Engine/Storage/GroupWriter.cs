using Microsoft.Data.Sqlite;

namespace Planner.Engine.Storage;

/// <summary>
/// The one thread that writes. Whatever came while a transaction was being made durable goes into the next one, so a
/// disk flush is shared by all who wait for it.
/// </summary>
internal sealed class GroupWriter : IDisposable
{
    private readonly Statements statements;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim signal = new(0);
    private readonly Thread thread;
    private List<IWriteJob> queue = [];
    private Exception? failure;
    private bool closed;

    public GroupWriter(Statements statements)
    {
        this.statements = statements;
        thread = new Thread(Loop) { IsBackground = true, Name = "planner-engine-writer" };
        thread.Start();
    }

    public Task<T> Add<T>(Func<Statements, T> write)
    {
        var job = new WriteJob<T>(write);
        bool first;
        lock (gate)
        {
            if (failure is not null)
            {
                return Task.FromException<T>(failure);
            }

            ObjectDisposedException.ThrowIf(closed, this);
            first = queue.Count == 0;
            queue.Add(job);
        }

        if (first)
        {
            signal.Release();
        }

        return job.Task;
    }

    /// <summary>Writes what is queued, then closes the connection.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
        }

        signal.Release();
        thread.Join();
        statements.Dispose();
        signal.Dispose();
    }

    private void Loop()
    {
        while (true)
        {
            signal.Wait();
            List<IWriteJob> batch;
            lock (gate)
            {
                batch = queue;
                queue = [];
                if (batch.Count == 0 && closed)
                {
                    return;
                }
            }

            if (batch.Count > 0)
            {
                Commit(batch);
            }
        }
    }

    private void Commit(List<IWriteJob> batch)
    {
        try
        {
            statements.Run("BEGIN IMMEDIATE");
            foreach (var job in batch)
            {
                job.Apply(statements);
            }

            statements.Run("COMMIT");
        }
        catch (Exception e)
        {
            Fail(batch, e);
            return;
        }

        foreach (var job in batch)
        {
            job.Complete();
        }
    }

    private void Fail(List<IWriteJob> batch, Exception cause)
    {
        try
        {
            statements.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself already, as it does when the disk is full.
        }

        var failed = new StoreFailedException($"The engine's store cannot be written: {cause.Message}", cause);
        lock (gate)
        {
            failure = failed;
            batch.AddRange(queue);
            queue = [];
        }

        foreach (var job in batch)
        {
            job.Fail(failed);
        }
    }
}
