using System.Globalization;
using Planner.Core.Decisions;
using Planner.Core.Planning.Runs;

namespace Planner.Cli.Planning;

/// <summary>Says what a run waits for where nobody is asked, and gives each wait the time that the command was given.</summary>
/// <param name="planner">The run's.</param>
/// <param name="runId">The run.</param>
/// <param name="given">How long the command said that answers are waited for, where the run was there before; else null.</param>
/// <param name="say">Takes the lines; null where people are asked instead.</param>
internal sealed class WaitWatch(LocalPlanner planner, string runId, GivenTimeout? given, Action<string>? say)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    private (int Round, DateTimeOffset Until) told;
    private int rung;

    /// <summary>Watches until the run has ended.</summary>
    public async Task Until(Task end, CancellationToken cancellation)
    {
        while (!end.IsCompleted)
        {
            if (await planner.Client.Get(runId, cancellation) is { HasEnded: false } run && RunProgress.Of(run) is { Until: { } until } progress)
            {
                await Look(progress, until, cancellation);
            }

            await Task.WhenAny(end, Task.Delay(Glance, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private async Task Look(RunProgress progress, DateTimeOffset until, CancellationToken cancellation)
    {
        if (given is not null && until != given.Deadline(progress.Since ?? given.At))
        {
            // It was waiting when the command came, and looks into its inbox when it is told to.
            if (rung != progress.Round)
            {
                await planner.Desk.Ring(runId, cancellation);
            }

            rung = progress.Round;
        }
        else if (say is not null && told != (progress.Round, until) && until > TimeProvider.System.GetUtcNow())
        {
            told = (progress.Round, until);
            Lines(progress, until).ToList().ForEach(say);
        }
    }

    private static IEnumerable<string> Lines(RunProgress progress, DateTimeOffset until) =>
    [
        $"Waits until {until.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC for "
            + $"{string.Join(", ", progress.WaitingFor.Select(w => $"{w.Id} from {w.From}"))}. Nobody is asked here.",
        "To answer, stop this with Ctrl-C and give the same command in a terminal without --non-interactive; the run keeps waiting. "
            + "To go on without answers, give it with --decision-timeout 0s: what is open is then decided as recommended, PROVISIONAL.",
    ];
}
