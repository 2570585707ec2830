using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Planner.Durability;
using Planner.Functions.Durable;

namespace Planner.Testing.Durable;

/// <summary>The Durable adapter over a task hub, both halves of a Functions host in this process.</summary>
internal sealed class DurableHost : IAsyncDisposable
{
    private readonly Sidecar sidecar;
    private readonly WorkerHost worker;
    private readonly DurableWorkflowClient client;

    private DurableHost(Sidecar sidecar, WorkerHost worker, DurableWorkflowClient client) =>
        (this.sidecar, this.worker, this.client) = (sidecar, worker, client);

    public IWorkflowClient Client => client;

    /// <summary>Durable Task's own client, as the host's tools have it.</summary>
    public DurableTaskClient Durable => worker.Client;

    /// <summary>Starts it, and sweeps as a host does at its start.</summary>
    /// <param name="open">Opens the hub: one of <see cref="TaskHubs"/>.</param>
    /// <param name="catalog">Stories and steps.</param>
    /// <param name="stores">What the adapter keeps beside the hub, for as long as the hub lives.</param>
    /// <param name="unreadable">What was passed over.</param>
    /// <param name="clock">The client's; the system's where there is none.</param>
    public static async Task<DurableHost> Start(
        Func<Task<Sidecar>> open, WorkflowCatalog catalog, RunStores stores, UnreadableRuns? unreadable = null, TimeProvider? clock = null)
    {
        var engine = await open();
        var body = await WorkerHost.Start(engine.Channel, catalog);
        unreadable ??= new UnreadableRuns(NullLogger<UnreadableRuns>.Instance);
        var port = new DurableWorkflowClient(body.Client, catalog, stores, unreadable, clock ?? TimeProvider.System, NullLoggerFactory.Instance);
        var host = new DurableHost(engine, body, port);
        await host.Sweep();
        return host;
    }

    /// <summary>Starts it with a journal and marks of its own.</summary>
    public static Task<DurableHost> Start(Func<Task<Sidecar>> open, WorkflowCatalog catalog, IInbox inbox) =>
        Start(open, catalog, new RunStores(inbox, new MemoryJournal(), new MemoryMarks()));

    public Task<int> Sweep() => client.Sweep.Run(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await worker.DisposeAsync();
        await sidecar.DisposeAsync();
    }
}
