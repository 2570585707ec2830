using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Planner.Conformance.Engine;
using Planner.Durability;
using Planner.Functions.Durable;
using Planner.Functions.Tests.Planning;

namespace Planner.Functions.Tests.Durable;

/// <summary>The Durable adapter under test. Each start opens the same store anew.</summary>
internal sealed class DurableHarness(
    Func<Task<Sidecar>> open, WorkflowCatalog catalog, MemoryInbox? inbox = null, TimeProvider? clock = null, MemoryJournal? journal = null) : EngineHarness
{
    private readonly MemoryInbox inbox = inbox ?? new MemoryInbox();
    private readonly MemoryJournal journal = journal ?? new MemoryJournal();
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private WorkflowCatalog catalog = catalog;
    private Sidecar? sidecar;
    private WorkerHost? worker;
    private DurableWorkflowClient? client;

    public override IWorkflowClient Client => client!;

    public override IInbox Inbox => inbox;

    public MemoryMarks Marks { get; } = new();

    /// <summary>Durable Task's own client, as the host's tools have it.</summary>
    public DurableTaskClient Durable => worker!.Client;

    /// <summary>What was passed over.</summary>
    public UnreadableRuns Unreadable { get; } = new(NullLogger<UnreadableRuns>.Instance);

    public Task<int> Sweep() => client!.Sweep.Run(CancellationToken.None);

    public async Task<EngineHarness> Start()
    {
        sidecar = await open();
        worker = await WorkerHost.Start(sidecar.Channel, catalog);
        client = new DurableWorkflowClient(
            worker.Client, catalog, new RunStores(inbox, journal, Marks), Unreadable, clock, NullLoggerFactory.Instance);
        await Sweep();
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
