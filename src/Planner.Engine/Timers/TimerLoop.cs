namespace Planner.Engine.Timers;

/// <summary>When each run is due next: one sorted set and one timer for all.</summary>
internal sealed class TimerLoop : IDisposable
{
    // A system timer takes at most 49 days; a longer wait looks at the clock once a day.
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    // A clock that is set forward while the timer is armed would make it late by as much.
    private static readonly TimeSpan LargestStep = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly SortedSet<(DateTimeOffset Due, string Id)> order = new(Comparer<(DateTimeOffset Due, string Id)>.Create(Compare));
    private readonly Dictionary<string, DateTimeOffset> dues = new(StringComparer.Ordinal);
    private readonly TimeProvider time;
    private readonly Action<string> fire;
    private readonly ITimer timer;
    private DateTimeOffset armed = DateTimeOffset.MaxValue;

    public TimerLoop(TimeProvider time, Action<string> fire)
    {
        (this.time, this.fire) = (time, fire);
        timer = time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sets when a run is due, or that it is not.</summary>
    public void Set(string id, DateTimeOffset? due)
    {
        lock (gate)
        {
            if (dues.TryGetValue(id, out var before))
            {
                if (before == due)
                {
                    return;
                }

                dues.Remove(id);
                order.Remove((before, id));
            }

            if (due is not { } at)
            {
                return;
            }

            dues.Add(id, at);
            order.Add((at, id));
            if (at < armed)
            {
                Arm();
            }
        }
    }

    public void Dispose() => timer.Dispose();

    private void Fire()
    {
        List<string> ready = [];
        lock (gate)
        {
            var now = time.GetUtcNow();
            while (order.Count > 0 && order.Min is var next && next.Due <= now)
            {
                order.Remove(next);
                dues.Remove(next.Id);
                ready.Add(next.Id);
            }

            Arm();
        }

        foreach (var id in ready)
        {
            fire(id);
        }
    }

    private void Arm()
    {
        if (order.Count == 0)
        {
            armed = DateTimeOffset.MaxValue;
            return;
        }

        armed = order.Min.Due;
        DateTimeOffset seen;
        do
        {
            seen = time.GetUtcNow();
            timer.Change(Pause(armed - seen), Timeout.InfiniteTimeSpan);
        }
        while (time.GetUtcNow() - seen > LargestStep);
    }

    // System timers cut off parts of a millisecond and would fire early.
    private static TimeSpan Pause(TimeSpan left) =>
        TimeSpan.FromMilliseconds(Math.Ceiling(Math.Clamp(left.TotalMilliseconds, 0, LongestPause.TotalMilliseconds)));

    private static int Compare((DateTimeOffset Due, string Id) a, (DateTimeOffset Due, string Id) b) =>
        a.Due.CompareTo(b.Due) is not 0 and var byTime ? byTime : string.CompareOrdinal(a.Id, b.Id);
}
