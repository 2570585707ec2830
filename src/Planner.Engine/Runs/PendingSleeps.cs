using Planner.Engine.History;

namespace Planner.Engine.Runs;

/// <summary>Sleeps of a body; a cancelled one is gone at once.</summary>
internal sealed class PendingSleeps(ReplayCursor log, Action guard)
{
    private readonly Dictionary<int, Sleep> sleeps = [];

    /// <summary>When the first sleep ends, and which.</summary>
    public (DateTimeOffset Due, int Call)? NextDue => sleeps.Count == 0 ? null : sleeps.Values.Min(sleep => (sleep.Until, sleep.Call));

    public Task<bool> Until(int call, DateTimeOffset until, CancellationToken cancellation)
    {
        var sleep = new Sleep(call, log.Add(new SleepCalled(call, until)).Until);
        if (cancellation.IsCancellationRequested)
        {
            log.Add(new SleepCancelled(call));
            return Task.FromResult(false);
        }

        sleeps.Add(call, sleep);
        sleep.Registration = cancellation.Register(() => Cancel(call));
        return sleep.Source.Task;
    }

    public void End(int call)
    {
        if (!sleeps.Remove(call, out var sleep))
        {
            return;
        }

        sleep.Registration.Dispose();
        sleep.Source.SetResult(true);
    }

    private void Cancel(int call)
    {
        guard();
        if (!sleeps.Remove(call, out var sleep))
        {
            return;
        }

        log.Add(new SleepCancelled(call));
        sleep.Source.SetResult(false);
    }

    private sealed record Sleep(int Call, DateTimeOffset Until)
    {
        public TaskCompletionSource<bool> Source { get; } = new();

        public CancellationTokenRegistration Registration { get; set; }
    }
}
