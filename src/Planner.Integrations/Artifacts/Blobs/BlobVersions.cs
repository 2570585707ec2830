using Planner.Integrations.Blobs;
using static Planner.Integrations.Artifacts.StoredFiles;

namespace Planner.Integrations.Artifacts.Blobs;

/// <summary>
/// Which run has which version. A run takes the first free number by a create-once write. Whoever is refused looks who
/// has the number: itself, by an attempt before or at the same time, or another run, and then tries the next. So no
/// number is left out, and a run meets its own number before it can reach a later one.
/// </summary>
internal sealed class BlobVersions(StoredBlobs blobs, TicketBlobs names)
{
    private const string RunLabel = "run";

    public async Task<int> Reserve(string runId, CancellationToken cancellation)
    {
        var reserved = await Reserved(cancellation);
        if (reserved.FirstOrDefault(r => r.Run == runId) is { } own)
        {
            return own.Number;
        }

        var version = reserved.Select(r => r.Number).Concat(await Published(cancellation)).DefaultIfEmpty(0).Max() + 1;
        while (!await Take(version, runId, cancellation) && await RunOf(names.Reservation(version), cancellation) != runId)
        {
            version++;
        }

        return version;
    }

    private Task<bool> Take(int version, string runId, CancellationToken cancellation) =>
        blobs.Create(names.Reservation(version), Utf8.GetBytes(runId), cancellation, (RunLabel, runId));

    private async Task<IReadOnlyList<Reservation>> Reserved(CancellationToken cancellation)
    {
        List<Reservation> found = [];
        foreach (var blob in await blobs.Below(names.Reservations, cancellation))
        {
            if (TicketBlobs.Number(blob.Name[names.Reservations.Length..]) is { } number)
            {
                found.Add(new Reservation(number, await RunOf(blob, cancellation)));
            }
        }

        return found;
    }

    private async Task<IEnumerable<int>> Published(CancellationToken cancellation) =>
        (await blobs.Folders(names.Self, cancellation)).Select(TicketBlobs.Number).OfType<int>();

    // What was copied here from a folder carries no label.
    private async Task<string?> RunOf(ListedBlob blob, CancellationToken cancellation) =>
        blob.Labels.TryGetValue(RunLabel, out var run) ? run : await RunOf(blob.Name, cancellation);

    private async Task<string?> RunOf(string reservation, CancellationToken cancellation) =>
        await blobs.Read(reservation, cancellation) is { } read ? Utf8.GetString(read.Bytes) : null;

    private sealed record Reservation(int Number, string? Run);
}
