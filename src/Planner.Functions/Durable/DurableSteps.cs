using Microsoft.DurableTask;
using Planner.Durability;
using RetryPolicy = Planner.Durability.RetryPolicy;

namespace Planner.Functions.Durable;

/// <summary>Calls steps as activities. Attempts are counted here and not by the host, because a step is told its attempt.</summary>
internal sealed class DurableSteps(TaskOrchestrationContext durable, int callsBefore, string? traceParent)
{
    /// <summary>How many calls the run has made, in all its histories.</summary>
    public int Calls { get; private set; } = callsBefore;

    /// <summary>The step's result.</summary>
    /// <exception cref="StepFailedException">It failed for good.</exception>
    public async Task<string> Call(string step, string input, RetryPolicy retry, string? cause)
    {
        var message = new StepMessage
        {
            RunId = durable.InstanceId,
            Key = $"{durable.InstanceId}/{step}/{++Calls}",
            Attempt = 1,
            Now = new DateTimeOffset(durable.CurrentUtcDateTime, TimeSpan.Zero),
            Input = input,
            TraceParent = traceParent,
            Cause = cause,
        };
        for (; ; message = message with { Attempt = message.Attempt + 1 })
        {
            var outcome = await Try(step, message);
            while (outcome is null)
                outcome = await Try(step, message);
            if (outcome.Failure is not { } failure)
                return outcome.Result!;
            if (!failure.RetryHelps || message.Attempt >= retry.MaxAttempts)
                throw new StepFailedException(step, failure.Cause, failure.Reason);
            await Rest(retry.DelayAfter(message.Attempt));
        }
    }

    // Null where the host stopped under it: that attempt does not count. Any other fault is the host's own: the activity
    // could not answer, or is not there.
    private async Task<StepOutcome?> Try(string step, StepMessage message)
    {
        try
        {
            return await durable.CallActivityAsync<StepOutcome>(step, message);
        }
        catch (TaskFailedException e) when (e.FailureDetails.IsCausedBy<OperationCanceledException>())
        {
            return null;
        }
        catch (TaskFailedException e)
        {
            return new StepOutcome(null, new StepFailure(nameof(TaskFailedException), OneLine.Of(e.Message), RetryHelps: true));
        }
    }

    private Task Rest(TimeSpan pause) =>
        durable.CreateTimer(durable.CurrentUtcDateTime + pause, CancellationToken.None);
}
