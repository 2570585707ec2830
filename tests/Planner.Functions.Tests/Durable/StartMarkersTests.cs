using Planner.Functions.Durable;
using Planner.Testing.Clock;

namespace Planner.Functions.Tests.Durable;

public sealed class StartMarkersTests
{
    private readonly ManualClock clock = new();
    private readonly MemoryMarks marks = new();

    private StartMarkers Markers => new(marks);

    [Fact]
    public async Task MarksOfAPurgedRun_StandForSevenDaysAndAreThenRemoved()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await Markers.TryStart("run", cancellation);
        await Markers.TryStart("another", cancellation);
        await Markers.Purge("run", clock.GetUtcNow(), cancellation);

        clock.Advance(StartMarkers.Life - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await Markers.RemoveExpired(clock.GetUtcNow(), 10, cancellation));
        Assert.NotNull(await Markers.PurgedAt("run", cancellation));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Markers.RemoveExpired(clock.GetUtcNow(), 10, cancellation));

        Assert.Equal(["starts~another"], marks.Places);
    }

    [Fact]
    public async Task RunPurgedAgainSince_KeepsItsMarks()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await Markers.TryStart("run", cancellation);
        await Markers.Purge("run", clock.GetUtcNow(), cancellation);
        clock.Advance(StartMarkers.Life);
        await Markers.Purge("run", clock.GetUtcNow(), cancellation);

        await Markers.RemoveExpired(clock.GetUtcNow(), 10, cancellation);

        Assert.Equal(clock.GetUtcNow(), await Markers.PurgedAt("run", cancellation));
        clock.Advance(StartMarkers.Life);
        await Markers.RemoveExpired(clock.GetUtcNow(), 10, cancellation);
        Assert.Empty(marks.Places);
    }

    [Fact]
    public async Task ManyThatAreDue_AreRemovedAFewAtATime()
    {
        var cancellation = TestContext.Current.CancellationToken;
        for (var number = 0; number < 5; number++)
        {
            await Markers.Purge($"run-{number}", clock.GetUtcNow(), cancellation);
        }

        clock.Advance(StartMarkers.Life);

        Assert.Equal(3, await Markers.RemoveExpired(clock.GetUtcNow(), 3, cancellation));
        Assert.Equal(2, await Markers.RemoveExpired(clock.GetUtcNow(), 3, cancellation));
        Assert.Empty(marks.Places);
    }
}
