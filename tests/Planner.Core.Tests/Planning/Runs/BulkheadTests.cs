using Planner.Core.Planning.Runs;
using Planner.Durability;
using Xunit;

namespace Planner.Core.Tests.Planning.Runs;

public sealed class BulkheadTests
{
    private static readonly StepCall Call = new("SHOP-1-cli-1", "SHOP-1-cli-1/ground/1", 1, DateTimeOffset.UnixEpoch, CancellationToken.None);

    [Fact]
    public async Task NoMoreThanThereIsRoomFor_AreAtWorkAtOnce_AndAllAreDone()
    {
        var bench = new Bulkhead(2);
        var (atWork, most) = (0, 0);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var step = bench.Bound<int, int>(async (number, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atWork));
            await goOn.Task;
            Interlocked.Decrement(ref atWork);
            return number;
        });

        var all = Enumerable.Range(0, 10).Select(n => step(n, Call)).ToList();
        var begun = atWork;
        goOn.SetResult();

        Assert.Equal(Enumerable.Range(0, 10), await Task.WhenAll(all));
        Assert.Equal((2, 2), (begun, most));
    }

    [Fact]
    public async Task OneThatFails_MakesRoomAgain_AndOneThatIsToldToStopDoesNotWait()
    {
        var bench = new Bulkhead(1);
        var failing = bench.Bound<int, int>((_, _) => throw new StepException("No.", retryHelps: false));
        var waiting = bench.Bound<int, int>((_, call) => new TaskCompletionSource<int>().Task.WaitAsync(call.Cancellation));
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAsync<StepException>(() => failing(1, Call));
        var first = waiting(1, Call with { Cancellation = stop.Token });
        var second = waiting(2, Call with { Cancellation = stop.Token });
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }
}
