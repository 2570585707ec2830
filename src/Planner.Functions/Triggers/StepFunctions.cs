using Microsoft.Azure.Functions.Worker;
using Planner.Functions.Durable;

namespace Planner.Functions.Triggers;

/// <summary>One activity for each step, so that the host counts, limits and shows them by name.</summary>
public sealed class StepFunctions(DurableStep steps)
{
    // Each repeats its step's name, which the attribute must have as a constant; a test compares them with the catalog.
    [Function("read-ticket")]
    public Task<StepOutcome> ReadTicket([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("read-ticket", message, context.CancellationToken);

    [Function("tell-started")]
    public Task<StepOutcome> TellStarted([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("tell-started", message, context.CancellationToken);

    [Function("tell-failed")]
    public Task<StepOutcome> TellFailed([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("tell-failed", message, context.CancellationToken);

    [Function("tell-stopped")]
    public Task<StepOutcome> TellStopped([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("tell-stopped", message, context.CancellationToken);

    [Function("take-up")]
    public Task<StepOutcome> TakeUp([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("take-up", message, context.CancellationToken);

    [Function("find-touched")]
    public Task<StepOutcome> FindTouched([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("find-touched", message, context.CancellationToken);

    [Function("ground")]
    public Task<StepOutcome> Ground([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("ground", message, context.CancellationToken);

    [Function("convene-panel")]
    public Task<StepOutcome> ConvenePanel([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("convene-panel", message, context.CancellationToken);

    [Function("consult")]
    public Task<StepOutcome> Consult([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("consult", message, context.CancellationToken);

    [Function("close-gaps")]
    public Task<StepOutcome> CloseGaps([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("close-gaps", message, context.CancellationToken);

    [Function("set-agenda")]
    public Task<StepOutcome> SetAgenda([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("set-agenda", message, context.CancellationToken);

    [Function("announce")]
    public Task<StepOutcome> Announce([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("announce", message, context.CancellationToken);

    [Function("remind")]
    public Task<StepOutcome> Remind([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("remind", message, context.CancellationToken);

    [Function("escalate")]
    public Task<StepOutcome> Escalate([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("escalate", message, context.CancellationToken);

    [Function("read-inbox")]
    public Task<StepOutcome> ReadInbox([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("read-inbox", message, context.CancellationToken);

    [Function("decide-at-deadline")]
    public Task<StepOutcome> DecideAtDeadline([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("decide-at-deadline", message, context.CancellationToken);

    [Function("settle")]
    public Task<StepOutcome> Settle([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("settle", message, context.CancellationToken);

    [Function("assemble")]
    public Task<StepOutcome> Assemble([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("assemble", message, context.CancellationToken);

    [Function("review")]
    public Task<StepOutcome> Review([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("review", message, context.CancellationToken);

    [Function("write-questions")]
    public Task<StepOutcome> WriteQuestions([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("write-questions", message, context.CancellationToken);

    [Function("write-artifacts")]
    public Task<StepOutcome> WriteArtifacts([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("write-artifacts", message, context.CancellationToken);

    [Function("publish")]
    public Task<StepOutcome> Publish([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("publish", message, context.CancellationToken);

    [Function("remember")]
    public Task<StepOutcome> Remember([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("remember", message, context.CancellationToken);

    [Function("report")]
    public Task<StepOutcome> Report([ActivityTrigger] StepMessage message, FunctionContext context) =>
        steps.Run("report", message, context.CancellationToken);
}
