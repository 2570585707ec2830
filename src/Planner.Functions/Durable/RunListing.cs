using System.Globalization;
using Microsoft.DurableTask.Client;
using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>
/// Pages of runs in a stable order. Durable Task lists in the order of its store, so what matches is read without
/// content and sorted here, and content is read for one page.
/// </summary>
internal sealed class RunListing(DurableTaskClient durable, WorkflowCatalog catalog, Func<string, Task<RunInfo?>> get)
{
    public async Task<RunPage> Page(RunQuery query, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PageSize, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.PageSize, 1000, nameof(query));
        List<RunInfo> page = [];
        foreach (var place in await Places(query, cancellation))
        {
            if (page.Count == query.PageSize)
                return new RunPage(page, Place.Of(page[^1]).ToString());
            // Null where it was purged meanwhile.
            if (await get(place.Id) is { } run && Matches(run, query))
                page.Add(run);
        }

        return new RunPage(page, null);
    }

    private async Task<IEnumerable<Place>> Places(RunQuery query, CancellationToken cancellation)
    {
        List<Place> places = [];
        var filter = new OrchestrationQuery(Statuses: Statuses(query.Statuses), InstanceIdPrefix: query.IdPrefix);
        await foreach (var metadata in durable.GetAllInstancesAsync(filter).WithCancellation(cancellation))
        {
            if (catalog.WorkflowNames.Contains(metadata.Name))
                places.Add(new Place(metadata.CreatedAt.UtcTicks, metadata.InstanceId));
        }

        var before = query.Cursor is null ? null : Place.Parse(query.Cursor);
        places.Sort((one, other) => Place.Compare(other, one));
        return before is null ? places : places.Where(place => Place.Compare(place, before) < 0);
    }

    private static bool Matches(RunInfo run, RunQuery query) =>
        (query.Statuses is not { Count: > 0 } statuses || statuses.Contains(run.Status))
        && (query.IdPrefix is null || run.InstanceId.StartsWith(query.IdPrefix, StringComparison.Ordinal));

    // A run that failed because its version is gone shows as terminated.
    private static OrchestrationRuntimeStatus[]? Statuses(IReadOnlyList<RunStatus>? statuses) =>
        statuses is { Count: > 0 } ? [.. statuses.SelectMany(Durable).Distinct()] : null;

    private static OrchestrationRuntimeStatus[] Durable(RunStatus status) => status switch
    {
        RunStatus.Pending => [OrchestrationRuntimeStatus.Pending],
        RunStatus.Running => [OrchestrationRuntimeStatus.Running],
        RunStatus.Suspended => [OrchestrationRuntimeStatus.Suspended],
        RunStatus.Completed => [OrchestrationRuntimeStatus.Completed],
        RunStatus.Failed => [OrchestrationRuntimeStatus.Failed],
        _ => [OrchestrationRuntimeStatus.Terminated, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending],
    };

    private sealed record Place(long Created, string Id)
    {
        public static Place Of(RunInfo run) => new(run.CreatedAt.UtcTicks, run.InstanceId);

        public static Place Parse(string cursor)
        {
            var dot = cursor.IndexOf('.', StringComparison.Ordinal);
            return dot > 0 && long.TryParse(cursor.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var created)
                ? new Place(created, cursor[(dot + 1)..])
                : throw new ArgumentException($"'{cursor}' is no cursor of a listing.", nameof(cursor));
        }

        public static int Compare(Place one, Place other) => one.Created != other.Created
            ? one.Created.CompareTo(other.Created)
            : string.CompareOrdinal(one.Id, other.Id);

        public override string ToString() => $"{Created}.{Id}";
    }
}
