using System.Net.Http.Headers;

namespace Planner.Integrations.Resilience;

/// <summary>
/// A service's limits hold for the account or the deployment, not for one call: when it says how long to wait, every call waits,
/// also those of later attempts of a step.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="patience">The longest that a call waits here.</param>
/// <param name="tooLong">What is thrown for a longer wait; the step tries again later.</param>
internal sealed class RetryAfterGate(TimeProvider time, TimeSpan patience, Func<TimeSpan, Exception> tooLong)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly Lock gate = new();
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;

    /// <summary>How long a header asks to wait, in seconds or as a date; null where it does not say. At most an hour.</summary>
    public TimeSpan? Asked(RetryConditionHeaderValue? header)
    {
        var asked = header switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return asked is null ? null : Bounded(asked.Value);
    }

    /// <summary>What may be waited for: no less than nothing and at most an hour.</summary>
    public static TimeSpan Bounded(TimeSpan asked) => TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, Longest.Ticks));

    /// <summary>Closes the gate for a while; one that is closed for longer stays so.</summary>
    public void Close(TimeSpan pause)
    {
        lock (gate)
        {
            var until = time.GetUtcNow() + pause;
            notBefore = until > notBefore ? until : notBefore;
        }
    }

    /// <summary>Returns when the gate is open.</summary>
    public async Task Wait(CancellationToken cancellation)
    {
        while (Remaining() is { Ticks: > 0 } pause)
        {
            if (pause > patience)
            {
                throw tooLong(pause);
            }

            await Task.Delay(pause, time, cancellation);
        }
    }

    // Whole milliseconds: a delay of less is none, and would be asked for again and again.
    private TimeSpan Remaining()
    {
        lock (gate)
        {
            return TimeSpan.FromMilliseconds(Math.Ceiling((notBefore - time.GetUtcNow()).TotalMilliseconds));
        }
    }
}
