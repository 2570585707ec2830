using Planner.Conformance.Engine;
using Planner.Durability;

namespace Planner.Engine.Tests;

/// <summary>The embedded engine on a folder of its own.</summary>
internal sealed class EmbeddedHarness : EngineHarness
{
    private readonly TemporaryFolder folder = new();
    private readonly TimeProvider time;
    private WorkflowCatalog catalog;

    private EmbeddedHarness(WorkflowCatalog catalog, TimeProvider time) => (this.catalog, this.time) = (catalog, time);

    public EmbeddedEngine Engine { get; private set; } = null!;

    public override IWorkflowClient Client => Engine.Client;

    public override IInbox Inbox => Engine.Inbox;

    public string Folder => folder.Path;

    public static async Task<EmbeddedHarness> Open(WorkflowCatalog catalog, TimeProvider? time = null)
    {
        var harness = new EmbeddedHarness(catalog, time ?? TimeProvider.System);
        await harness.Open();
        return harness;
    }

    public override Task Restart(WorkflowCatalog? catalog = null) => Restart(_ => { }, catalog);

    /// <summary>Something happens to the folder while the engine is closed.</summary>
    public async Task Restart(Action<string> then, WorkflowCatalog? catalog = null)
    {
        await Engine.DisposeAsync();
        then(folder.Path);
        this.catalog = catalog ?? this.catalog;
        await Open();
    }

    public override async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        folder.Dispose();
    }

    private async Task Open() => Engine = await EmbeddedEngine.Open(new EngineOptions { DataDirectory = folder.Path }, catalog, time);
}
