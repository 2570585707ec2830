namespace Planner.Integrations.Jira.Resilience;

/// <summary>Keeps within Jira's limits for writes to one issue: 20 in 2 s and 100 in 30 s. Who is over it waits.</summary>
internal sealed class WriteLimit(TimeProvider time)
{
    private static readonly (int Count, TimeSpan Window)[] Limits = [(20, TimeSpan.FromSeconds(2)), (100, TimeSpan.FromSeconds(30))];
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> writes = new(StringComparer.Ordinal);

    /// <summary>Returns when a write to the issue may be sent, and counts it.</summary>
    public async Task Wait(string issue, CancellationToken cancellation)
    {
        while (Take(issue) is { Ticks: > 0 } pause)
        {
            await Task.Delay(pause, time, cancellation);
        }
    }

    private TimeSpan Take(string issue)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            Forget(now);
            if (!writes.TryGetValue(issue, out var taken))
            {
                writes[issue] = taken = new();
            }

            var pause = Limits.Max(l => Pause(taken, l.Count, l.Window, now));
            if (pause <= TimeSpan.Zero)
            {
                taken.Enqueue(now);
            }

            return pause;
        }
    }

    private static TimeSpan Pause(Queue<DateTimeOffset> taken, int count, TimeSpan window, DateTimeOffset now) =>
        taken.Count < count ? TimeSpan.Zero : taken.ElementAt(taken.Count - count) + window - now;

    /// <summary>What is out of every window costs no memory.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var (issue, taken) in writes.ToList())
        {
            while (taken.TryPeek(out var first) && now - first >= Limits[^1].Window)
            {
                taken.Dequeue();
            }

            if (taken.Count == 0)
            {
                writes.Remove(issue);
            }
        }
    }
}
