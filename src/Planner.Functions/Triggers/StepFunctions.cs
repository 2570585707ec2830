using Microsoft.Azure.Functions.Worker;
using Planner.Functions.Durable;

namespace Planner.Functions.Triggers;

/// <summary>One activity for each step, so that the host counts, limits and shows them by name.</summary>
public sealed class StepFunctions(DurableStep steps)
{
    // Each repeats its step's name, which the attribute must have as a constant; a test compares them with the catalog.
    [Function("read-ticket")]
    public Task<DurableStepOutcome> ReadTicket([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("read-ticket", message, context.CancellationToken);

    [Function("tell-started")]
    public Task<DurableStepOutcome> ReportStarted([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("tell-started", message, context.CancellationToken);

    [Function("tell-failed")]
    public Task<DurableStepOutcome> ReportFailed([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("tell-failed", message, context.CancellationToken);

    [Function("tell-stopped")]
    public Task<DurableStepOutcome> ReportStopped([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("tell-stopped", message, context.CancellationToken);

    [Function("take-up")]
    public Task<DurableStepOutcome> Resume([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("take-up", message, context.CancellationToken);

    [Function("find-touched")]
    public Task<DurableStepOutcome> FindTouched([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("find-touched", message, context.CancellationToken);

    [Function("ground")]
    public Task<DurableStepOutcome> Ground([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("ground", message, context.CancellationToken);

    [Function("understand")]
    public Task<DurableStepOutcome> Understand([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("understand", message, context.CancellationToken);

    [Function("convene-panel")]
    public Task<DurableStepOutcome> ConvenePanel([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("convene-panel", message, context.CancellationToken);

    [Function("consult")]
    public Task<DurableStepOutcome> Consult([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("consult", message, context.CancellationToken);

    [Function("close-gaps")]
    public Task<DurableStepOutcome> CloseGaps([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("close-gaps", message, context.CancellationToken);

    [Function("set-agenda")]
    public Task<DurableStepOutcome> SetAgenda([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("set-agenda", message, context.CancellationToken);

    [Function("announce")]
    public Task<DurableStepOutcome> Announce([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("announce", message, context.CancellationToken);

    [Function("remind")]
    public Task<DurableStepOutcome> Remind([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("remind", message, context.CancellationToken);

    [Function("escalate")]
    public Task<DurableStepOutcome> Escalate([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("escalate", message, context.CancellationToken);

    [Function("read-inbox")]
    public Task<DurableStepOutcome> ReadInbox([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("read-inbox", message, context.CancellationToken);

    [Function("decide-at-deadline")]
    public Task<DurableStepOutcome> DecideAtDeadline([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("decide-at-deadline", message, context.CancellationToken);

    [Function("settle")]
    public Task<DurableStepOutcome> Settle([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("settle", message, context.CancellationToken);

    [Function("assemble")]
    public Task<DurableStepOutcome> Assemble([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("assemble", message, context.CancellationToken);

    [Function("review")]
    public Task<DurableStepOutcome> Review([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("review", message, context.CancellationToken);

    [Function("write-questions")]
    public Task<DurableStepOutcome> WriteQuestions([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("write-questions", message, context.CancellationToken);

    [Function("write-artifacts")]
    public Task<DurableStepOutcome> WriteArtifacts([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("write-artifacts", message, context.CancellationToken);

    [Function("publish")]
    public Task<DurableStepOutcome> Publish([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("publish", message, context.CancellationToken);

    [Function("remember")]
    public Task<DurableStepOutcome> Remember([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("remember", message, context.CancellationToken);

    [Function("report")]
    public Task<DurableStepOutcome> Report([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("report", message, context.CancellationToken);
}
