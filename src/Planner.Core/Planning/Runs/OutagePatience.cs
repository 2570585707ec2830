using Planner.Core.LanguageModels;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Planning.Runs;

/// <summary>
/// The long patience of some steps is for a ticket tracker or a model that is down. Any other fault of theirs is given up after as many
/// attempts as that of any step, so that nobody waits for hours for what no waiting mends.
/// </summary>
internal static class OutagePatience
{
    public static async Task<T> Guard<T>(RetryPolicy retry, StepCall call, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (retry == RetryPolicy.Outage && call.Attempt >= RetryPolicy.Default.MaxAttempts && MayBeGivenUp(e, call))
        {
            throw new StepException(e.Message, retryHelps: false, e);
        }
    }

    private static bool MayBeGivenUp(Exception e, StepCall call) =>
        e is not (TicketTrackerException or ModelOutOfReachException or StepException { RetryHelps: false }) && !call.Cancellation.IsCancellationRequested;
}
