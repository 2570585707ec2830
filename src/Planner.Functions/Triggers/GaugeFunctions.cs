using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Planner.Durability;
using Planner.Functions.Durable;
using Planner.Integrations.Telemetry;

namespace Planner.Functions.Triggers;

/// <summary>Counts runs under way for the gauges, every five minutes and on one instance: more would cost reads and tell nothing sooner.</summary>
public sealed class GaugeFunctions(RunGauges gauges, IWorkflowClient client, WorkflowClients clients)
{
    [Function("count-runs")]
    public Task Count(
        [TimerTrigger("30 */5 * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation) =>
        clients.Lend(durable, async () =>
        {
            await gauges.Refresh(client, cancellation);
            return true;
        });
}
