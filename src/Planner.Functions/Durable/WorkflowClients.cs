using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>Clients of the port: the host gives each function its own client of Durable Task, and none to anything else.</summary>
public sealed class WorkflowClients
{
    private readonly WorkflowCatalog catalog;
    private readonly RunStores stores;
    private readonly UnreadableRuns unreadable;
    private readonly TimeProvider clock;
    private readonly ILoggerFactory loggers;
    private readonly LentWorkflowClient lent;

    internal WorkflowClients(WorkflowCatalog catalog, RunStores stores, TimeProvider clock, ILoggerFactory loggers, LentWorkflowClient lent)
    {
        (this.catalog, this.stores, this.clock, this.loggers, this.lent) = (catalog, stores, clock, loggers, lent);
        unreadable = new UnreadableRuns(loggers.CreateLogger<UnreadableRuns>());
    }

    /// <summary>Does the work with the given client behind the host's <see cref="IWorkflowClient"/>.</summary>
    public async Task<T> Lend<T>(DurableTaskClient durable, Func<Task<T>> work)
    {
        lent.Lend(On(durable));
        return await work();
    }

    /// <summary>Lets runs of older story versions be succeeded.</summary>
    public Task<int> Sweep(DurableTaskClient durable, CancellationToken cancellation) => On(durable).Sweep.Run(cancellation);

    private DurableWorkflowClient On(DurableTaskClient durable) => new(durable, catalog, stores, unreadable, clock, loggers);
}
