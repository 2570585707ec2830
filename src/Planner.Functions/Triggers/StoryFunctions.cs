using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Planner.Durability;
using Planner.Functions.Durable;

namespace Planner.Functions.Triggers;

/// <summary>One orchestrator for each workflow.</summary>
public sealed class StoryFunctions(WorkflowCatalog catalog)
{
    /// <summary>The story.</summary>
    [Function("plan-ticket")]
    public Task<RunResult> PlanTicket([OrchestrationTrigger] TaskOrchestrationContext durable) =>
        DurableStory.Run(durable, catalog.Workflow("plan-ticket"));

    /// <summary>What is said on the ticket when a run was stopped.</summary>
    [Function("close-stopped-run")]
    public Task<RunResult> CloseStoppedRun([OrchestrationTrigger] TaskOrchestrationContext durable) =>
        DurableStory.Run(durable, catalog.Workflow("close-stopped-run"));

    /// <summary>What stands between a webhook and all work.</summary>
    [Function("handle-jira-event")]
    public Task<RunResult> HandleJiraEvent([OrchestrationTrigger] TaskOrchestrationContext durable) =>
        DurableStory.Run(durable, catalog.Workflow("handle-jira-event"));
}
