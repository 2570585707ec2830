using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Planner.Functions.Durable;

namespace Planner.Functions.Triggers;

/// <summary>Finds runs of older story versions: at the start of a host, and every five minutes what came later.</summary>
public sealed class SuccessionFunctions(WorkflowClients clients)
{
    [Function("succeed-old-runs")]
    public Task Sweep(
        [TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation) => clients.Sweep(durable, cancellation);
}
