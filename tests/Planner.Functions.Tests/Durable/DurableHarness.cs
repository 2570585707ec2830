using Microsoft.Extensions.Logging.Abstractions;
using Planner.Conformance.Engine;
using Planner.Durability;
using Planner.Functions.Durable;

namespace Planner.Functions.Tests.Durable;

/// <summary>The Durable adapter under test. Each start opens the same store anew.</summary>
internal sealed class DurableHarness(Func<Task<Sidecar>> open, WorkflowCatalog catalog, MemoryInbox? inbox = null) : EngineHarness
{
    private readonly MemoryInbox inbox = inbox ?? new MemoryInbox();
    private WorkflowCatalog catalog = catalog;
    private Sidecar? sidecar;
    private WorkerHost? worker;
    private DurableWorkflowClient? client;

    public override IWorkflowClient Client => client!;

    public override IInbox Inbox => inbox;

    public async Task<EngineHarness> Start()
    {
        sidecar = await open();
        worker = await WorkerHost.Start(sidecar.Channel, catalog);
        client = new DurableWorkflowClient(worker.Client, catalog, new InboxStartMarkers(inbox), TimeProvider.System, NullLoggerFactory.Instance);
        await client.Succession.Sweep(CancellationToken.None);
        return this;
    }

    public override async Task Restart(WorkflowCatalog? catalog = null)
    {
        this.catalog = catalog ?? this.catalog;
        await DisposeAsync();
        await Start();
    }

    public override async ValueTask DisposeAsync()
    {
        await worker!.DisposeAsync();
        await sidecar!.DisposeAsync();
    }
}
