using Planner.Durability;

namespace Planner.Core.Planning.Runs;

/// <summary>
/// Room for so much thinking at once. Steps that hold a whole code base or a whole plan wait here for their turn, so that many runs
/// that are started together take time and not memory; steps that wait for others, like a tracker or a model, go past it.
/// </summary>
#pragma warning disable CA1001 // It lives as long as the catalog, to the end of the process.
internal sealed class Bulkhead(int places)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim room = new(places);

    public Func<TIn, StepCall, Task<TOut>> Bound<TIn, TOut>(Func<TIn, StepCall, Task<TOut>> handler) => async (input, call) =>
    {
        await room.WaitAsync(call.Cancellation);
        try
        {
            return await handler(input, call);
        }
        finally
        {
            room.Release();
        }
    };
}
