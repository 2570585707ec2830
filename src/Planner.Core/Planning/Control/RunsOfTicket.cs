using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Durability;

namespace Planner.Core.Planning.Control;

/// <summary>The planning runs of a ticket: those under way, and the one whose plan counts.</summary>
internal sealed class RunsOfTicket(IWorkflowClient client)
{
    private const int PageSize = 1000;
    private static readonly PlanTicket Story = new();

    /// <summary>Runs that have not ended, oldest first; of two of the same moment the one that follows the other is the younger.</summary>
    public async Task<IReadOnlyList<RunInfo>> Active(string ticket, CancellationToken cancellation) =>
        [.. (await All(ticket, RunQuery.UnderWay, cancellation))
            .OrderBy(r => r.CreatedAt)
            .ThenBy(r => RequestOf(r).Follows?.Count ?? 0)
            .ThenBy(r => r.InstanceId, StringComparer.Ordinal)];

    /// <summary>The run that wrote the newest version that is a plan, or null.</summary>
    public async Task<RunInfo?> Planned(string ticket, CancellationToken cancellation) =>
        (await All(ticket, [RunStatus.Completed], cancellation))
            .Where(r => r.Output is not null)
            .Select(r => (Run: r, Result: Payload.Read<PlanResult>(r.Output!)))
            .Where(r => r.Result.Verdict != PlanResult.NotReady)
            .OrderByDescending(r => r.Result.Version)
            .Select(r => r.Run)
            .FirstOrDefault();

    /// <summary>The youngest run under way, else the one whose plan counts; null where there is neither.</summary>
    public async Task<RunInfo?> Current(string ticket, CancellationToken cancellation) =>
        await Active(ticket, cancellation) is [.., var last] ? last : await Planned(ticket, cancellation);

    /// <summary>What a run was asked to do.</summary>
    public static PlanRequest RequestOf(RunInfo run) => Payload.Read<PlanRequest>(run.Input!);

    /// <summary>
    /// Starts a run that follows another, and ends those before it that are still under way. Of several that are started at once the
    /// youngest stays: it takes up what was said to the run that all of them follow.
    /// </summary>
    public async Task Follow(RunInfo followed, string runId, ReplanningCause cause, CancellationToken cancellation)
    {
        var earlier = RequestOf(followed);
        var request = earlier with
        {
            Previous = null,
            Follows = followed.HasEnded ? [followed.InstanceId] : [followed.InstanceId, .. earlier.Follows ?? []],
            Cause = cause,
        };
        await client.Start(Story, runId, request, cancellation);
        await Supersede(earlier.Ticket, runId, cancellation);
    }

    /// <summary>Ends the runs that are older than one under way; again where its starter was stopped in between.</summary>
    public async Task Supersede(string ticket, string runId, CancellationToken cancellation)
    {
        var active = await Active(ticket, cancellation);
        if (active.All(r => r.InstanceId != runId))
        {
            return;
        }

        foreach (var older in active.TakeWhile(r => r.InstanceId != runId))
        {
            await client.Stop(older, Termination.InFavourOf(runId), cancellation);
        }
    }

    private async Task<List<RunInfo>> All(string ticket, IReadOnlyList<RunStatus> statuses, CancellationToken cancellation)
    {
        var found = new List<RunInfo>();
        string? cursor = null;
        do
        {
            var page = await client.List(new RunQuery(statuses, RunId.PrefixOf(ticket), PageSize, cursor), cancellation);
            found.AddRange(page.Items.Where(r => r.Workflow == Story.Name && r.Input is not null));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return found;
    }
}
