using Microsoft.DurableTask;
using Planner.Durability;
using RetryPolicy = Planner.Durability.RetryPolicy;

namespace Planner.Functions.Durable;

/// <summary>Calls steps as activities. Attempts are counted here and not by the host, because a step is told its attempt.</summary>
internal sealed class DurableSteps(TaskOrchestrationContext durable, int callsBefore, int habits, string? traceParent = null)
{
    /// <summary>The habits of runs that start now: 1 pauses after a cancelled attempt. Histories of 0 are replayed without.</summary>
    public const int Habits = 1;

    // Hosts that stop cancel an attempt once or twice; what is cancelled each time never comes to its end in the time that it has.
    private const int MostCancelled = 8;
    private static readonly StepFailure AlwaysCancelled =
        new(nameof(OperationCanceledException), $"It was cancelled {MostCancelled} times in a row.", RetryHelps: true);

    private static readonly RetryPolicy AfterCancelled = new(MostCancelled, TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(1));

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
            var outcome = await Attempt(step, message);
            if (outcome.Failure is not { } failure)
            {
                return outcome.Result!;
            }

            if (!failure.RetryHelps || message.Attempt >= retry.MaxAttempts)
            {
                throw new StepFailedException(step, failure.Cause, failure.Reason);
            }

            await Rest(retry.DelayAfter(message.Attempt));
        }
    }

    // An attempt that is cancelled is made again, with growing pauses and not for ever.
    private async Task<DurableStepOutcome> Attempt(string step, StepMessage message)
    {
        for (var cancelled = 1; ; cancelled++)
        {
            if (await Try(step, message) is { } outcome)
            {
                return outcome;
            }

            if (habits < Habits)
            {
                continue;
            }

            if (cancelled == MostCancelled)
            {
                return new DurableStepOutcome(null, AlwaysCancelled);
            }

            await Rest(AfterCancelled.DelayAfter(cancelled));
        }
    }

    // Null where the host stopped under it: that attempt does not count. Any other fault is the host's own: the activity
    // could not answer, or is not there.
    private async Task<DurableStepOutcome?> Try(string step, StepMessage message)
    {
        try
        {
            return await durable.CallActivityAsync<DurableStepOutcome>(step, message);
        }
        catch (TaskFailedException e) when (e.FailureDetails.IsCausedBy<OperationCanceledException>())
        {
            return null;
        }
        catch (TaskFailedException e)
        {
            return new DurableStepOutcome(null, new StepFailure(nameof(TaskFailedException), FailureText.Of(e.Message), RetryHelps: true));
        }
    }

    private Task Rest(TimeSpan pause) =>
        durable.CreateTimer(durable.CurrentUtcDateTime + pause, CancellationToken.None);
}
