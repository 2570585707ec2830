using System.Text.RegularExpressions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Etl;

/// <summary>How a job repeats: what makes a second load harmless, in which order it reads, how history is filled.</summary>
internal static partial class Repeating
{
    public static string Idempotency(Pipeline pipeline)
    {
        var keyed = pipeline.Targets.Where(t => t.PrimaryKey.Count > 0).Select(t => $"`{t.FullName}` by ({string.Join(", ", t.PrimaryKey)})").ToList();
        return keyed.Count > 0
            ? $"Rows are written as an upsert on the primary key: {Words.List(keyed)}. The same interval loaded twice gives the same rows."
            : "The target has no primary key that is known, so the interval is deleted and written again in one transaction.";
    }

    public static string Ordering(Pipeline pipeline) => pipeline.Watermark is { } column
        ? $"By `{column}`, oldest first, up to a point fixed when the run "
            + $"begins{(pipeline.Progress is { } progress
                ? $"; the point is kept in `{progress.FullName}` and moved in the transaction that writes the rows"
                : "")}."
        : "No column that tells when a row changed was found in its sources, so an interval is read whole.";

    public static string Backfill(Pipeline pipeline, RuleContext brief)
    {
        var added = pipeline.NewColumns(brief);
        var what = added.Count > 0
            ? $"Fill {Words.List(added.Select(a => $"`{a.Table.FullName}.{a.Column.Name}`"))} for days before the release"
            : "Days before the release are loaded again where their numbers change";
        var how = pipeline.Progress is { } progress
            ? $"by setting the job's row in `{progress.FullName}` back to the earliest day wanted and running `{pipeline.Job.Name}` by hand, one month at a "
                + $"time, outside its usual hour"
            : $"by running `{pipeline.Job.Name}` over the past, one month at a time, outside its usual hour";
        return $"{what} {how}. Rows are replaced by key, so a run that stops half way is simply started again.";
    }

    public static string Schedule(Pipeline pipeline, RuleContext brief)
    {
        var stated = When().Match(string.Join('\n', brief.LinesWith(pipeline.Job.Name, "export", "etl", "job", "nightly", "report")));
        return stated.Success
            ? $"As the ticket says: {stated.Value.Trim()}. The change adds no second run."
            : $"When `{pipeline.Job.Name}` runs today; the ticket asks for no other time.";
    }

    public static string Failure(Pipeline pipeline) => pipeline.Progress is { } progress
        ? $"Nothing of the interval is written and `{progress.FullName}` stays where it was, so the next run takes the same interval up. Replay: set that row "
            + $"back and run the job."
        : "The interval's transaction is rolled back; the same interval is run again by hand after the cause is mended.";

    /// <summary>What happens to a day that was loaded before its facts changed.</summary>
    public static string Late(RuleContext brief) => brief.Choices.Option(LateFacts.KeyName) == LateFacts.BookedWhenKnown
        ? "The correction is booked on the day it became known; days already loaded are left alone."
        : "Days whose facts changed since the watermark are computed again whole, however long ago they are.";

    [GeneratedRegex(
        @"\b(nightly|hourly|daily|weekly|every (night|day|hour|morning|[0-9]+ (minutes|hours)))\b([^.\n]{0,40}? (at|before"
            + @"|by) [0-9]{1,2}([:.][0-9]{2})?( ?(am|pm|utc))?)?|\b(before|by|at) [0-9]{1,2}[:.][0-9]{2}\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex When();
}
