using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Planner.Functions.Durable;

namespace Planner.Functions.Triggers;

/// <summary>One activity for each step of handling an event. Those that start and steer runs have a client of Durable Task.</summary>
public sealed class EventFunctions(DurableStep steps, WorkflowClients clients)
{
    [Function("judge-event")]
    public Task<DurableStepOutcome> JudgeEvent([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("judge-event", message, context.CancellationToken);

    [Function("start-run")]
    public Task<DurableStepOutcome> StartRun([ActivityTrigger] StepMessage message, [DurableClient] DurableTaskClient durable, FunctionContext context) =>
        clients.Lend(durable, () => steps.Run("start-run", message, context.CancellationToken));

    [Function("follow-edit")]
    public Task<DurableStepOutcome> FollowEdit([ActivityTrigger] StepMessage message, [DurableClient] DurableTaskClient durable, FunctionContext context) =>
        clients.Lend(durable, () => steps.Run("follow-edit", message, context.CancellationToken));

    [Function("obey-command")]
    public Task<DurableStepOutcome> ExecuteCommand([ActivityTrigger] StepMessage message, [DurableClient] DurableTaskClient durable, FunctionContext context) =>
        clients.Lend(durable, () => steps.Run("obey-command", message, context.CancellationToken));

    [Function("say-outcome")]
    public Task<DurableStepOutcome> SayOutcome([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("say-outcome", message, context.CancellationToken);
}
