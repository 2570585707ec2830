using Planner.Durability;
using Planner.Engine.History;
using Planner.Engine.Runs;

namespace Planner.Engine.Steps;

/// <summary>What an attempt of a step means to its run.</summary>
internal static class StepOutcome
{
    public static Occurrence Of(StepReturned step, PendingStep pending, DateTimeOffset now)
    {
        if (step.Fault is null)
        {
            return new StepCompleted(now, step.Call, step.Result!);
        }

        var cause = step.Fault.GetType().Name;
        var reason = ErrorText.Of(step.Fault.Message);
        return Retries(step.Fault, pending)
            ? new StepAttemptFailed(now, step.Call, step.Attempt, now + pending.Retry.DelayAfter(step.Attempt), cause, reason)
            : new StepFailed(now, step.Call, cause, reason);
    }

    private static bool Retries(Exception fault, PendingStep pending) =>
        pending.Attempt < pending.Retry.MaxAttempts && fault is not StepException { RetryHelps: false };
}
