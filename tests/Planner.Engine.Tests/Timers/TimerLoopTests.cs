using Planner.Engine.Timers;
using Planner.Testing.Clock;

namespace Planner.Engine.Tests.Timers;

public sealed class TimerLoopTests
{
    private readonly ManualClock clock = new();
    private readonly List<string> fired = [];
    private int count;

    [Fact]
    public void RunsBecomeDue_InTheirOrderAndOnce()
    {
        using var loop = new TimerLoop(clock, fired.Add);
        loop.Set("late", clock.GetUtcNow() + TimeSpan.FromDays(90));
        loop.Set("soon", clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        loop.Set("never", clock.GetUtcNow() + TimeSpan.FromHours(1));
        loop.Set("never", null);

        clock.Advance(TimeSpan.FromDays(89));
        Assert.Equal(["soon"], fired);
        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(["soon", "late"], fired);
    }

    [Fact]
    public void ClockIsSetForwardWhileTheTimerIsArmed_TheRunIsNotLate()
    {
        var jumping = new JumpingClock(clock) { Jump = TimeSpan.FromDays(2) };
        using var loop = new TimerLoop(jumping, _ => Interlocked.Increment(ref count));

        loop.Set("run", clock.GetUtcNow() + TimeSpan.FromDays(1));

        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref count) == 1, TimeSpan.FromSeconds(30)));
    }

    /// <summary>Jumps once, right after the first look at it.</summary>
    private sealed class JumpingClock(ManualClock clock) : TimeProvider
    {
        public TimeSpan Jump { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            var now = clock.GetUtcNow();
            var jump = Jump;
            Jump = TimeSpan.Zero;
            clock.Advance(jump);
            return now;
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(callback, state, dueTime, period);
    }
}
