namespace Planner.Durability;

/// <summary>Exponential back-off between attempts of a step.</summary>
/// <param name="MaxAttempts">1 or more; the first attempt counts.</param>
/// <param name="FirstDelay">The pause after the first failure.</param>
/// <param name="Backoff">Each pause is this many times the one before; 1 or more.</param>
/// <param name="MaxDelay">No pause is longer.</param>
public sealed record RetryPolicy(int MaxAttempts, TimeSpan FirstDelay, double Backoff, TimeSpan MaxDelay)
{
    /// <summary>Five attempts after 1, 2, 4 and 8 seconds.</summary>
    public static RetryPolicy Default { get; } = new(5, TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(1));

    /// <summary>
    /// For steps that call a service which may be down for an hour: forty attempts within two and a half hours, the first of them
    /// close together.
    /// </summary>
    public static RetryPolicy Outage { get; } = new(40, TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(5));

    /// <summary>One attempt.</summary>
    public static RetryPolicy None { get; } = new(1, TimeSpan.Zero, 1, TimeSpan.Zero);

    /// <summary>The pause after the given failed attempt (1 is the first).</summary>
    public TimeSpan DelayAfter(int attempt)
    {
        var delay = FirstDelay.TotalMilliseconds * Math.Pow(Backoff, attempt - 1);
        return delay >= MaxDelay.TotalMilliseconds ? MaxDelay : TimeSpan.FromMilliseconds(delay);
    }
}
