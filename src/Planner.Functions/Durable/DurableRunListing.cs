using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.DurableTask.Client;
using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>Pages of runs, newest first, read about as far as the page goes.</summary>
internal sealed class DurableRunListing(CreationWindows windows, DurableRuns runs, Func<DurableRun, Task<RunInfo?>> describe)
{
    public async Task<RunPage> Page(RunQuery query, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PageSize, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.PageSize, 1000, nameof(query));
        List<RunInfo> page = [];
        await foreach (var metadata in Places(query, cancellation))
        {
            if (page.Count == query.PageSize)
            {
                return new RunPage(page, Place.Of(page[^1]).ToString());
            }
            // Null where it is none of ours, or was purged meanwhile.
            if (await runs.Of(metadata, cancellation) is { } run && await describe(run) is { } info && Matches(info, query))
            {
                page.Add(info);
            }
        }

        return new RunPage(page, null);
    }

    private async IAsyncEnumerable<OrchestrationMetadata> Places(RunQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var before = query.Cursor is null ? null : Place.Parse(query.Cursor);
        var newest = before is null ? query.CreatedBefore : new DateTimeOffset(before.Created, TimeSpan.Zero);
        var filter = new OrchestrationQuery(Statuses: Statuses(query.Statuses), InstanceIdPrefix: query.IdPrefix, FetchInputsAndOutputs: true);
        await foreach (var window in windows.NewestFirst(filter, newest, query.PageSize, cancellation))
        {
            var places = window.Select(m => (Place: new Place(m.CreatedAt.UtcTicks, m.InstanceId), Metadata: m)).ToList();
            places.Sort((one, other) => Place.Compare(other.Place, one.Place));
            foreach (var (place, metadata) in places)
            {
                if ((before is null || Place.Compare(place, before) < 0) && !(metadata.CreatedAt >= query.CreatedBefore))
                {
                    yield return metadata;
                }
            }
        }
    }

    private static bool Matches(RunInfo run, RunQuery query) =>
        (query.Statuses is not { Count: > 0 } statuses || statuses.Contains(run.Status))
        && (query.IdPrefix is null || run.InstanceId.StartsWith(query.IdPrefix, StringComparison.Ordinal));

    // A run that failed because its version is gone shows as terminated, or as running until one takes over.
    private static OrchestrationRuntimeStatus[]? Statuses(IReadOnlyList<RunStatus>? statuses) =>
        statuses is { Count: > 0 } ? [.. statuses.SelectMany(Durable).Distinct()] : null;

    private static OrchestrationRuntimeStatus[] Durable(RunStatus status) => status switch
    {
        RunStatus.Pending => [OrchestrationRuntimeStatus.Pending],
        RunStatus.Running => [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Failed],
        RunStatus.Suspended => [OrchestrationRuntimeStatus.Suspended],
        RunStatus.Completed => [OrchestrationRuntimeStatus.Completed],
        RunStatus.Failed => [OrchestrationRuntimeStatus.Failed],
        _ =>
        [
            OrchestrationRuntimeStatus.Terminated, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Running,
            OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended,
        ],
    };

    private sealed record Place(long Created, string Id)
    {
        public static Place Of(RunInfo run) => new(run.CreatedAt.UtcTicks, run.InstanceId);

        public static Place Parse(string cursor)
        {
            var dot = cursor.IndexOf('.', StringComparison.Ordinal);
            return dot > 0 && long.TryParse(cursor.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var created)
                && created <= DateTimeOffset.MaxValue.UtcTicks
                ? new Place(created, cursor[(dot + 1)..])
                : throw new ArgumentException($"'{cursor}' is no cursor of a listing.", nameof(cursor));
        }

        public static int Compare(Place one, Place other) => one.Created != other.Created
            ? one.Created.CompareTo(other.Created)
            : string.CompareOrdinal(one.Id, other.Id);

        public override string ToString() => $"{Created}.{Id}";
    }
}
