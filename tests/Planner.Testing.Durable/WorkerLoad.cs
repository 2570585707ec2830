using System.Diagnostics;

namespace Planner.Testing.Durable;

/// <summary>
/// What a worker is doing. The engine beside it lives on in this process when a worker stops, and would hold for ever
/// what it had handed over; so a worker stops when it is idle, as a host does that is told to drain.
/// </summary>
internal sealed class WorkerLoad
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private long last = Stopwatch.GetTimestamp();
    private int activities;

    public void Turn() => Volatile.Write(ref last, Stopwatch.GetTimestamp());

    public async Task<T> Activity<T>(Func<Task<T>> run)
    {
        Interlocked.Increment(ref activities);
        try
        {
            return await run();
        }
        finally
        {
            Turn();
            Interlocked.Decrement(ref activities);
        }
    }

    public async Task Drain()
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Patience && (activities > 0 || Stopwatch.GetElapsedTime(Volatile.Read(ref last)) < Quiet))
        {
            await Task.Delay(20);
        }
    }
}
