using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>Clients of the port: the host gives each function its own client of Durable Task, and none to anything else.</summary>
public sealed class WorkflowClients(WorkflowCatalog catalog, IInbox inbox, TimeProvider clock, ILoggerFactory loggers)
{
    /// <summary>The port's client on the given one.</summary>
    public IWorkflowClient For(DurableTaskClient durable) => On(durable);

    /// <summary>Lets runs of other story versions be succeeded.</summary>
    public Task<int> Sweep(DurableTaskClient durable, CancellationToken cancellation) =>
        On(durable).Succession.Sweep(cancellation);

    private DurableWorkflowClient On(DurableTaskClient durable) =>
        new(durable, catalog, new InboxStartMarkers(inbox), clock, loggers);
}
