using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>
/// Who was started and who was purged. Durable Task refuses a second start only where it sees the first, which it
/// does not of two at once, nor of a run that was purged.
/// </summary>
internal interface IStartMarkers
{
    /// <summary>Marks a run as started; true for one caller only, for ever.</summary>
    Task<bool> TryStart(string instanceId, CancellationToken cancellation);

    /// <summary>Marks a run as purged.</summary>
    Task Purge(string instanceId, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>When the run was last purged, or null.</summary>
    Task<DateTimeOffset?> PurgedAt(string instanceId, CancellationToken cancellation);
}

/// <summary>Markers in the inbox, under a name that no run has: its writing is create-once already.</summary>
internal sealed class InboxStartMarkers(IInbox inbox) : IStartMarkers
{
    private const string Started = "started";
    private const string Purged = "purged-";

    public async Task<bool> TryStart(string instanceId, CancellationToken cancellation) =>
        (await inbox.TryAdd(Place(instanceId), Started, "{}", cancellation)).Added;

    public Task Purge(string instanceId, DateTimeOffset at, CancellationToken cancellation) =>
        inbox.TryAdd(Place(instanceId), $"{Purged}{at.UtcTicks:D20}", "{}", cancellation);

    public async Task<DateTimeOffset?> PurgedAt(string instanceId, CancellationToken cancellation)
    {
        var last = (await inbox.Read(Place(instanceId), cancellation)).LastOrDefault(i => i.Item.StartsWith(Purged, StringComparison.Ordinal));
        return last is null ? null : new DateTimeOffset(long.Parse(last.Item.AsSpan(Purged.Length)), TimeSpan.Zero);
    }

    private static string Place(string instanceId) => $"starts~{instanceId}";
}
