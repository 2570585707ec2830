namespace Planner.Integrations.LanguageModels.Resilience;

/// <summary>
/// Keeps within the tokens that a deployment takes in a minute. They grow back steadily; who comes when too few are left waits, one
/// after the other in the order in which they came, and so does who comes after somebody took more than was expected.
/// </summary>
/// <param name="perMinute">The most; null: as many as come.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenAllowance(int? perMinute, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Lock gate = new();
    private double left = perMinute ?? 0;
    private long at = time.GetTimestamp();

    /// <summary>Returns when there are as many, and takes them. More than a whole minute's are taken as a whole minute's.</summary>
    public async Task Take(long tokens, CancellationToken cancellation)
    {
        if (perMinute is not { } most)
        {
            return;
        }

        await turn.WaitAsync(cancellation);
        try
        {
            while (Pause(Math.Min(tokens, most), most) is { Ticks: > 0 } pause)
            {
                await Task.Delay(pause, time, cancellation);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Gives back what was taken and not used; what was used besides is taken now.</summary>
    public void Correct(long taken, long used)
    {
        if (perMinute is not { } most)
        {
            return;
        }

        lock (gate)
        {
            left = Math.Min(most, left + Math.Min(taken, most) - used);
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    /// <summary>Zero where they were taken; else how long it takes until there are enough.</summary>
    private TimeSpan Pause(long tokens, int most)
    {
        lock (gate)
        {
            Grow(most);
            if (left < tokens)
            {
                return TimeSpan.FromMilliseconds(Math.Ceiling((tokens - left) * 60_000 / most));
            }

            left -= tokens;
            return TimeSpan.Zero;
        }
    }

    private void Grow(int most)
    {
        var now = time.GetTimestamp();
        left = Math.Min(most, left + (time.GetElapsedTime(at, now).TotalMinutes * most));
        at = now;
    }
}
