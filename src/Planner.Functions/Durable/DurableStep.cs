using Microsoft.Extensions.Logging;
using Planner.Durability;
using Planner.Durability.Telemetry;

namespace Planner.Functions.Durable;

/// <summary>Runs a step's handler as the body of an activity.</summary>
public sealed class DurableStep(WorkflowCatalog catalog, TimeProvider clock, ILogger<DurableStep> logger)
{
    /// <summary>One attempt. A fault of the handler is an outcome; only the stopping of the host is thrown.</summary>
    public async Task<DurableStepOutcome> Run(string step, StepMessage message, CancellationToken cancellation)
    {
        var call = new StepCall(message.RunId, message.Key, message.Attempt, message.Now, cancellation) { AttemptedAt = clock.GetUtcNow() };
        using var attempt = StepAttempt.Begin(step, call, new TraceLine(message.TraceParent, message.Cause), logger);
        try
        {
            var result = await catalog.Step(step).Invoke(message.Input, call);
            attempt.Succeed();
            return new DurableStepOutcome(result, null);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            attempt.Fail(e);
            Log.StepFailed(logger, message.Key, message.Attempt, e);
            var retryHelps = e is not StepException { RetryHelps: false };
            return new DurableStepOutcome(null, new StepFailure(e.GetType().Name, FailureText.Of(e.Message), retryHelps));
        }
    }
}
