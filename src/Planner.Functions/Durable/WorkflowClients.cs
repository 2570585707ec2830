using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>Clients of the port: the host gives each function its own client of Durable Task, and none to anything else.</summary>
public sealed class WorkflowClients
{
    private readonly WorkflowCatalog catalog;
    private readonly IInbox inbox;
    private readonly TimeProvider clock;
    private readonly ILoggerFactory loggers;
    private readonly LentWorkflowClient lent;

    internal WorkflowClients(WorkflowCatalog catalog, IInbox inbox, TimeProvider clock, ILoggerFactory loggers, LentWorkflowClient lent) =>
        (this.catalog, this.inbox, this.clock, this.loggers, this.lent) = (catalog, inbox, clock, loggers, lent);

    /// <summary>Does the work with the given client behind the host's <see cref="IWorkflowClient"/>.</summary>
    public async Task<T> Lend<T>(DurableTaskClient durable, Func<Task<T>> work)
    {
        lent.Lend(On(durable));
        return await work();
    }

    /// <summary>Lets runs of other story versions be succeeded.</summary>
    public Task<int> Sweep(DurableTaskClient durable, CancellationToken cancellation) =>
        On(durable).Succession.Sweep(cancellation);

    private DurableWorkflowClient On(DurableTaskClient durable) =>
        new(durable, catalog, new InboxStartMarkers(inbox), clock, loggers);
}
