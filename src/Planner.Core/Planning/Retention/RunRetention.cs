using Microsoft.Extensions.Logging;
using Planner.Core.Artifacts;
using Planner.Core.Planning.Control;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Durability;

namespace Planner.Core.Planning.Retention;

/// <summary>
/// Deletes runs that ended long ago, with their histories, answers, journals and working folders; plans stay. The run whose plan
/// counts for its ticket stays as well, since late answers and refinements go on from what it thought, and so does whatever a run
/// under way goes on from. Every part can be repeated: a run is found until nothing else of it is left.
/// </summary>
public sealed class RunRetention(IWorkflowClient client, IArtifactStore store, RetentionOptions options, ILogger<RunRetention> logger)
{
    private const int PageSize = 50;
    private static readonly RunStatus[] Ended = [RunStatus.Completed, RunStatus.Failed, RunStatus.Terminated];
    private static readonly string Planning = new PlanTicket().Name;

    private readonly RunsOfTicket runs = new(client);

    /// <summary>Looks at some pages of ended runs, and deletes those that are due.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cursor">Where the call before stopped; null to begin.</param>
    /// <param name="pages">At most so many pages of 50 runs.</param>
    /// <param name="isTimeUp">True where no further page should be begun; asked after each.</param>
    /// <param name="cancellation">Stops within a run, which the next call finds again.</param>
    public async Task<RetentionReport> Purge(DateTimeOffset now, string? cursor, int pages, Func<bool> isTimeUp, CancellationToken cancellation)
    {
        var report = new RetentionReport(0, 0, null);
        if (options.Days == 0)
        {
            return report;
        }

        var pass = new Pass(now - TimeSpan.FromDays(options.Days), new(StringComparer.Ordinal), await Needed(cancellation));
        for (var page = 0; page < pages; page++)
        {
            var listed = await client.List(new RunQuery(Ended, null, PageSize, cursor, pass.Before), cancellation);
            foreach (var run in listed.Items)
            {
                report = await Judge(run, pass, report, cancellation);
            }

            report = report with { Cursor = cursor = listed.NextCursor };
            if (cursor is null || isTimeUp())
            {
                break;
            }
        }

        return report;
    }

    // What fails keeps nothing else from going; the next pass meets it again.
    private async Task<RetentionReport> Judge(RunInfo run, Pass pass, RetentionReport report, CancellationToken cancellation)
    {
        try
        {
            return await IsDue(run, pass, cancellation) && await Delete(run, cancellation)
                ? report with { Purged = report.Purged + 1 }
                : report with { Kept = report.Kept + 1 };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.RunStays(logger, run.InstanceId, e);
            return report with { Kept = report.Kept + 1 };
        }
    }

    private async Task<bool> IsDue(RunInfo run, Pass pass, CancellationToken cancellation) =>
        run.UpdatedAt < pass.Before
        && !pass.Needed.Contains(run.InstanceId)
        && await LineHasEnded(run, cancellation)
        && !await IsPlanThatCounts(run, pass, cancellation);

    private async Task<bool> LineHasEnded(RunInfo run, CancellationToken cancellation)
    {
        for (var next = run.SucceededBy; next is not null;)
        {
            if (await client.Get(next, cancellation) is not { } successor)
            {
                return true;
            }

            if (!successor.HasEnded)
            {
                return false;
            }

            next = successor.SucceededBy;
        }

        return true;
    }

    private async Task<bool> IsPlanThatCounts(RunInfo run, Pass pass, CancellationToken cancellation)
    {
        if (run.Workflow != Planning || run.Status != RunStatus.Completed)
        {
            return false;
        }

        var ticket = RunsOfTicket.RequestOf(run).Ticket;
        if (!pass.Plans.TryGetValue(ticket, out var counts))
        {
            pass.Plans.Add(ticket, counts = (await runs.Planned(ticket, cancellation))?.InstanceId);
        }

        return counts == run.InstanceId;
    }

    // The folder goes first and the run last, so that a run whose deletion was stopped is found again.
    private async Task<bool> Delete(RunInfo run, CancellationToken cancellation)
    {
        if (run.Workflow == Planning && run.Input is not null)
        {
            await store.DeleteRun(RunsOfTicket.RequestOf(run).Ticket, run.InstanceId, cancellation);
        }

        return await client.Purge(run.InstanceId, cancellation);
    }

    // What runs under way read from others: those that they go on from, and those of an older story that they took over from.
    private async Task<HashSet<string>> Needed(CancellationToken cancellation)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            var page = await client.List(new RunQuery(RunQuery.UnderWay, null, 1000, cursor), cancellation);
            foreach (var request in page.Items.Where(r => r.Workflow == Planning && r.Input is not null).Select(RunsOfTicket.RequestOf))
            {
                needed.UnionWith([.. request.Follows ?? [], .. request.Previous is { } previous ? new[] { previous } : []]);
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return needed;
    }

    /// <param name="Before">Runs that ended before are due.</param>
    /// <param name="Plans">By ticket, the run whose plan counts.</param>
    /// <param name="Needed">Runs that others under way read.</param>
    private sealed record Pass(DateTimeOffset Before, Dictionary<string, string?> Plans, HashSet<string> Needed);
}

/// <summary>What a call did.</summary>
/// <param name="Purged">Runs that were deleted.</param>
/// <param name="Kept">Runs that were looked at and stay.</param>
/// <param name="Cursor">Where to go on; null where all were looked at.</param>
public sealed record RetentionReport(int Purged, int Kept, string? Cursor);
