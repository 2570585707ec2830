using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Planner.Functions.Durable;

namespace Planner.Functions.Triggers;

/// <summary>Deletes runs past their retention, a part every hour.</summary>
public sealed class RetentionFunctions(HostRetention retention, WorkflowClients clients)
{
    [Function("purge-old-runs")]
    public Task Purge(
        [TimerTrigger("0 17 * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation) => clients.Lend(durable, () => retention.Run(cancellation));
}
