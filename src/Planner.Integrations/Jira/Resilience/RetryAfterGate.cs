using System.Net;
using Planner.Integrations.Jira.Rest;

namespace Planner.Integrations.Jira.Resilience;

/// <summary>
/// Jira's limits hold for the account, not for one call: when it says how long to wait, every call waits, also those of
/// later attempts of a step.
/// </summary>
internal sealed class RetryAfterGate(TimeProvider time, TimeSpan patience)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly Lock gate = new();
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;

    /// <summary>How long an answer asks to wait, in seconds or as a date; null where it does not say.</summary>
    public TimeSpan? Asked(HttpResponseMessage answer)
    {
        var asked = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return asked is null ? null : TimeSpan.FromTicks(Math.Clamp(asked.Value.Ticks, 0, Longest.Ticks));
    }

    public void Observe(HttpResponseMessage answer)
    {
        if (answer.StatusCode != HttpStatusCode.TooManyRequests || Asked(answer) is not { } pause)
        {
            return;
        }

        lock (gate)
        {
            var until = time.GetUtcNow() + pause;
            notBefore = until > notBefore ? until : notBefore;
        }
    }

    /// <exception cref="JiraRateLimitedException">The wait is longer than one call may take; the step tries again later.</exception>
    public async Task Wait(CancellationToken cancellation)
    {
        while (Remaining() is { Ticks: > 0 } pause)
        {
            if (pause > patience)
            {
                throw new JiraRateLimitedException($"Jira takes no more calls for {pause.TotalSeconds:0} s, as it said; then it is tried again.");
            }

            await Task.Delay(pause, time, cancellation);
        }
    }

    private TimeSpan Remaining()
    {
        lock (gate)
        {
            return notBefore - time.GetUtcNow();
        }
    }
}
