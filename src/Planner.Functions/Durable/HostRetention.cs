using System.Globalization;
using Microsoft.Extensions.Logging;
using Planner.Core.Planning.Retention;
using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>
/// Deletes what runs past their retention keep, a part at each call, so that no function lasts long; where the last one stopped is
/// kept beside the runs. Then the marks of runs that were purged a week ago go, too.
/// </summary>
public sealed class HostRetention(RunRetention retention, IMarks marks, TimeProvider clock, ILogger<HostRetention> logger)
{
    // A call: 500 runs looked at and 1,000 marks, and no new page of 50 after some minutes, since a function may not last long.
    private const int Pages = 10;
    private const int MostMarks = 1000;
    private const string Place = "retention~";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>One part. Called again after a stop, it begins where the call before began.</summary>
    public async Task<RetentionReport> Run(CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        var cursor = await marks.Names(Place, cancellation) is [.., var last] ? await marks.Find(Place, last, cancellation) : null;
        var report = await retention.Purge(clock.GetUtcNow(), cursor, Pages, () => clock.GetElapsedTime(began) > Longest, cancellation);
        await Keep(report.Cursor, cancellation);
        await new StartMarkers(marks).RemoveExpired(clock.GetUtcNow(), MostMarks, cancellation);
        if (report.Purged > 0)
        {
            Log.RunsPurged(logger, report.Purged, report.Kept);
        }

        return report;
    }

    // The new one is written before those before it are removed; of two, the last counts.
    private async Task Keep(string? cursor, CancellationToken cancellation)
    {
        var before = await marks.Names(Place, cancellation);
        var number = before.Count == 0 ? 1 : long.Parse(before[^1], NumberStyles.None, CultureInfo.InvariantCulture) + 1;
        if (cursor is not null)
        {
            await marks.TrySet(Place, number.ToString("D20", CultureInfo.InvariantCulture), cursor, cancellation);
        }

        foreach (var name in before)
        {
            await marks.Remove(Place, name, cancellation);
        }
    }
}
