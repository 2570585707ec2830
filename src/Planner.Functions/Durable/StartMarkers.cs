using System.Globalization;
using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>
/// Who was started, who was purged and who took over. Durable Task refuses a second start only where it sees the first, which
/// it does not of two at once, nor of a run that was purged; and a run that failed cannot say who took over.
/// </summary>
internal sealed class StartMarkers(IMarks marks)
{
    /// <summary>How long the id of a purged run stays taken.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private const string Started = "started";
    private const string PurgedPrefix = "purged-";
    private const string SucceededBy = "succeeded-by";

    // All purged runs by time, so that those that are due are found by their names alone.
    private const string PurgedPlace = "purged~";

    /// <summary>Marks a run as started; true for one caller only, as long as its mark stands.</summary>
    public Task<bool> TryStart(string instanceId, CancellationToken cancellation) => marks.TrySet(Place(instanceId), Started, "{}", cancellation);

    /// <summary>Marks a run as purged.</summary>
    public async Task Purge(string instanceId, DateTimeOffset at, CancellationToken cancellation)
    {
        var ticks = at.UtcTicks.ToString("D20", CultureInfo.InvariantCulture);
        await marks.TrySet(PurgedPlace, $"{ticks}~{instanceId}", "{}", cancellation);
        await marks.TrySet(Place(instanceId), PurgedPrefix + ticks, "{}", cancellation);
    }

    /// <summary>When the run was last purged, or null.</summary>
    public async Task<DateTimeOffset?> PurgedAt(string instanceId, CancellationToken cancellation) =>
        (await marks.Names(Place(instanceId), cancellation)).LastOrDefault(n => n.StartsWith(PurgedPrefix, StringComparison.Ordinal)) is { } last
            ? At(last.AsSpan(PurgedPrefix.Length))
            : null;

    /// <summary>The run that took over from one that failed, or null.</summary>
    public Task<string?> SuccessorOf(string instanceId, CancellationToken cancellation) => marks.Find(Place(instanceId), SucceededBy, cancellation);

    /// <summary>Marks who took over from a run that failed; the first one stands for ever and is returned.</summary>
    public async Task<string> Succeed(string instanceId, string successor, CancellationToken cancellation) =>
        await marks.TrySet(Place(instanceId), SucceededBy, successor, cancellation)
            ? successor
            : await marks.Find(Place(instanceId), SucceededBy, cancellation) ?? successor;

    /// <summary>Removes the marks of runs that were purged longer ago than <see cref="Life"/>, the oldest first, at most so many.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RemoveExpired(DateTimeOffset now, int most, CancellationToken cancellation)
    {
        var due = (await marks.Names(PurgedPlace, cancellation)).TakeWhile(name => now - At(name.AsSpan(0, name.IndexOf('~'))) >= Life).Take(most).ToList();
        foreach (var name in due)
        {
            await Remove(name, cancellation);
        }

        return due.Count;
    }

    // A run that was started and purged again since keeps its marks until then.
    private async Task Remove(string purged, CancellationToken cancellation)
    {
        var split = purged.IndexOf('~', StringComparison.Ordinal);
        var instanceId = purged[(split + 1)..];
        if (await PurgedAt(instanceId, cancellation) is { } last && last <= At(purged.AsSpan(0, split)))
        {
            await marks.Remove(Place(instanceId), null, cancellation);
        }

        await marks.Remove(PurgedPlace, purged, cancellation);
    }

    private static DateTimeOffset At(ReadOnlySpan<char> ticks) => new(long.Parse(ticks, NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static string Place(string instanceId) => $"starts~{instanceId}";
}
