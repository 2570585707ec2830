using System.Diagnostics;

namespace Planner.EndToEnd.Tests.Serving.Killing;

/// <summary>
/// Waits as long as anything goes on, so that no slow machine runs into a limit. Where nothing changes for long, it says what it
/// waited for and what it saw last.
/// </summary>
internal static class StallWatch
{
    /// <summary>How long nothing may change: 5 minutes. Each step takes a second or two on two cores.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns once it holds.</summary>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="holds">Is asked often.</param>
    /// <param name="seen">What changes while anything goes on; is asked seldom, so that asking is no load.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="TimeoutException">Nothing changed for long.</exception>
    public static async Task Until(string what, Func<Task<bool>> holds, Func<Task<string>> seen, CancellationToken cancellation)
    {
        var (last, change, look) = (await seen(), Stopwatch.StartNew(), Stopwatch.StartNew());
        while (!await holds())
        {
            await Task.Delay(Pause, cancellation);
            if (look.Elapsed < BetweenLooks)
            {
                continue;
            }

            look.Restart();
            var now = await seen();
            if (now != last)
            {
                (last, change) = (now, Stopwatch.StartNew());
            }
            else if (change.Elapsed > Longest)
            {
                throw new TimeoutException($"Waited for {what}, and nothing has changed for {Longest.TotalMinutes} minutes: {last}");
            }
        }
    }
}
