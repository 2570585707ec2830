using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Planner.Durability;
using Planner.Engine.History;
using Planner.Engine.Storage;

namespace Planner.Engine;

/// <summary>
/// Runs durable workflows inside this process, with one SQLite file in a data directory that it holds alone. Whatever
/// a call promised to be durable is so when the call returns; disposing, or a crash, loses nothing else than the
/// attempts of steps that were under way, which are made again.
/// </summary>
public sealed class EmbeddedEngine : IAsyncDisposable
{
    private readonly EngineOptions options;
    private readonly TimeProvider time;
    private readonly ILoggerFactory loggers;
    private readonly DataDirectory directory;
    private readonly Database database;
    private readonly IHistoryStore store;
    private EngineCore? core;

    private EmbeddedEngine(EngineOptions options, TimeProvider time, ILoggerFactory loggers, Func<IHistoryStore, IHistoryStore>? wrap)
    {
        options.Validate();
        (this.options, this.time, this.loggers) = (options, time, loggers);
        directory = new DataDirectory(options.DataDirectory);
        try
        {
            database = new Database(directory.Database);
        }
        catch
        {
            directory.Dispose();
            throw;
        }

        IHistoryStore sqlite = new SqliteHistoryStore(database);
        store = wrap?.Invoke(sqlite) ?? sqlite;
        Client = new EmbeddedClient(() => core ?? throw new InvalidOperationException("The engine has not been started."));
        Inbox = new SqliteInbox(database);
        Journal = new SqliteJournal(database);
    }

    /// <summary>Starts runs and talks to them; usable once the engine is started.</summary>
    public IWorkflowClient Client { get; }

    /// <summary>Answers to runs, in the same file.</summary>
    public IInbox Inbox { get; }

    /// <summary>What runs did, in the same file.</summary>
    public IJournal Journal { get; }

    /// <summary>Why the engine stopped by itself, or null. Every client call then throws it.</summary>
    public StoreFailedException? Failure => core?.Failure as StoreFailedException;

    /// <summary>Number of runs in memory.</summary>
    public int LoadedRuns => core?.Directory.Count ?? 0;

    /// <summary>
    /// Takes the data directory without running anything yet, so that step handlers can be given
    /// <see cref="Client"/>, <see cref="Inbox"/> and <see cref="Journal"/>; <see cref="Start"/> follows.
    /// </summary>
    /// <param name="options">Validated here.</param>
    /// <param name="time">The clock of deadlines and timers; the system's when null.</param>
    /// <param name="loggers">Where it logs; nowhere when null.</param>
    /// <param name="wrap">For tests: puts another store around the engine's own.</param>
    /// <exception cref="EngineInUseException">Another process holds the data directory.</exception>
    /// <exception cref="StoreFailedException">The database cannot be opened.</exception>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">An option is out of its range.</exception>
    public static EmbeddedEngine Create(
        EngineOptions options, TimeProvider? time = null, ILoggerFactory? loggers = null, Func<IHistoryStore, IHistoryStore>? wrap = null) =>
        new(options, time ?? TimeProvider.System, loggers ?? NullLoggerFactory.Instance, wrap);

    /// <summary><see cref="Create"/> and <see cref="Start"/> in one, off the caller's thread.</summary>
    public static Task<EmbeddedEngine> Open(
        EngineOptions options, WorkflowCatalog catalog, TimeProvider? time = null, ILoggerFactory? loggers = null,
        Func<IHistoryStore, IHistoryStore>? wrap = null) =>
        Task.Run(() =>
        {
            var engine = Create(options, time, loggers, wrap);
            engine.Start(catalog);
            return engine;
        });

    /// <summary>Goes on with all runs that have not ended; once.</summary>
    public void Start(WorkflowCatalog catalog)
    {
        if (core is not null)
        {
            throw new InvalidOperationException("The engine has been started already.");
        }

        core = new EngineCore(options, store, catalog, time, loggers);
        core.Begin();
    }

    /// <summary>All that is recorded of a run, or null where it is not known.</summary>
    public RunHistory? Export(string instanceId) => store.Load(instanceId) is { } stored
        ? new RunHistory(instanceId, stored.Run.Workflow, stored.Run.StoryVersion, stored.Events)
        : null;

    /// <summary>Forgets the ids of runs that were purged longer ago than their markers last, and gives free space in the file back.</summary>
    public async Task Compact()
    {
        await database.Write(statements => statements.Run("DELETE FROM markers WHERE until <= $0", time.GetUtcNow().UtcTicks));
        await database.Shrink();
    }

    /// <summary>Tells steps under way to stop, keeps what they return in time, writes everything and releases the directory.</summary>
    public async ValueTask DisposeAsync()
    {
        if (core is not null)
        {
            await core.Stop();
            core.Dispose();
        }

        database.Dispose();
        directory.Dispose();
    }
}
