using Planner.Conformance.Engine;
using Planner.Conformance.Stores;
using Planner.Durability;

namespace Planner.Engine.Tests;

public sealed class EmbeddedEngineConformance : EngineConformance
{
    protected override async Task<EngineHarness> Host(WorkflowCatalog catalog) => await EmbeddedHarness.Open(catalog);
}

public sealed class SqliteInboxConformance : InboxConformance, IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private EmbeddedEngine? engine;

    public async ValueTask DisposeAsync()
    {
        await engine!.DisposeAsync();
        folder.Dispose();
    }

    protected override async Task<IInbox> Create()
    {
        engine = await EmbeddedEngine.Open(new EngineOptions { DataDirectory = folder.Path }, new WorkflowCatalog());
        return engine.Inbox;
    }
}

public sealed class SqliteJournalConformance : JournalConformance, IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private EmbeddedEngine? engine;

    public async ValueTask DisposeAsync()
    {
        await engine!.DisposeAsync();
        folder.Dispose();
    }

    protected override async Task<IJournal> Create()
    {
        engine = await EmbeddedEngine.Open(new EngineOptions { DataDirectory = folder.Path }, new WorkflowCatalog());
        return engine.Journal;
    }
}
