using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Planner.Conformance.Engine;
using Planner.Durability;
using Planner.Functions.Durable;

namespace Planner.Functions.Tests.Durable;

/// <summary>The Durable adapter under test. Each start opens the same store anew.</summary>
internal sealed class DurableHarness(
    Func<Task<Sidecar>> open, WorkflowCatalog catalog, MemoryInbox? inbox = null, TimeProvider? clock = null, MemoryJournal? journal = null) : EngineHarness
{
    private readonly MemoryInbox inbox = inbox ?? new MemoryInbox();
    private readonly MemoryJournal journal = journal ?? new MemoryJournal();
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private WorkflowCatalog catalog = catalog;
    private DurableHost? host;

    public override IWorkflowClient Client => host!.Client;

    public override IInbox Inbox => inbox;

    public MemoryMarks Marks { get; } = new();

    /// <summary>Durable Task's own client, as the host's tools have it.</summary>
    public DurableTaskClient Durable => host!.Durable;

    /// <summary>What was passed over.</summary>
    public UnreadableRuns Unreadable { get; } = new(NullLogger<UnreadableRuns>.Instance);

    public Task<int> Sweep() => host!.Sweep();

    public async Task<EngineHarness> Start()
    {
        host = await DurableHost.Start(open, catalog, new RunStores(inbox, journal, Marks), Unreadable, clock);
        return this;
    }

    public override async Task Restart(WorkflowCatalog? catalog = null)
    {
        this.catalog = catalog ?? this.catalog;
        await DisposeAsync();
        await Start();
    }

    public override ValueTask DisposeAsync() => host!.DisposeAsync();
}
