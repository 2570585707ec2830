using System.Text.Json.Serialization;
using Planner.Core.Artifacts;
using Planner.Core.Text;

namespace Planner.Core.Planning.Runs;

/// <summary>What a run thought, by reference into its folder: from here another one goes on.</summary>
public sealed record StoredRun
{
    /// <summary>The <see cref="TicketDossier"/>.</summary>
    public required string Ticket { get; init; }

    /// <summary>The grounding.</summary>
    public required string Grounding { get; init; }

    /// <summary>The last opinion of each specialist, in the panel's order.</summary>
    public required IReadOnlyList<OpinionDigest> Opinions { get; init; }

    /// <summary>All opinions that were given; no reference of an older one than <see cref="Opinions"/> need be there.</summary>
    public required IReadOnlyList<OpinionDigest> History { get; init; }

    /// <summary>What was researched, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Research { get; init; }

    /// <summary>What people were asked.</summary>
    public required string Agenda { get; init; }

    /// <summary>What was settled; null where the run was still asking.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Settlement { get; init; }
}

/// <summary>
/// Keeps what a run thought under fixed names in its folder, each create-once: at every agenda, so that a run that still waits can
/// be followed, and at the end.
/// </summary>
internal sealed class StoredRuns(IArtifactStore store)
{
    private const int MostAgendas = 50;
    private static readonly string Final = TextHash.Of("what the run thought at its end");

    /// <summary>Keeps it as it stood when an agenda was set; 1 is the first.</summary>
    public Task Keep(string ticket, string runId, int agenda, string reference, CancellationToken cancellation) =>
        store.Note(ticket, runId, AtAgenda(agenda), reference, cancellation);

    /// <summary>Keeps it as it stood at the end.</summary>
    public Task Keep(string ticket, string runId, string reference, CancellationToken cancellation) =>
        store.Note(ticket, runId, Final, reference, cancellation);

    /// <summary>What a finished run thought; null for runs that did not get so far, or are of a version that kept none.</summary>
    public async Task<StoredRun?> OfFinished(string ticket, string runId, CancellationToken cancellation) =>
        await Read(ticket, runId, await store.Noted(ticket, runId, Final, cancellation), cancellation);

    /// <summary>What a run thought last, or null.</summary>
    public async Task<StoredRun?> Last(string ticket, string runId, CancellationToken cancellation)
    {
        var found = await store.Noted(ticket, runId, Final, cancellation);
        for (var agenda = 1; found is null && agenda <= MostAgendas; agenda++)
        {
            if (await store.Noted(ticket, runId, AtAgenda(agenda), cancellation) is not { } noted)
            {
                break;
            }

            found = await store.Noted(ticket, runId, AtAgenda(agenda + 1), cancellation) is null ? noted : null;
        }

        return await Read(ticket, runId, found, cancellation);
    }

    /// <summary>Something that a run kept.</summary>
    public async Task<T> Get<T>(string ticket, string runId, string reference, CancellationToken cancellation) =>
        PlanJson.Read<T>(await store.GetContent(ticket, runId, reference, cancellation));

    private async Task<StoredRun?> Read(string ticket, string runId, string? reference, CancellationToken cancellation) =>
        reference is null ? null : await Get<StoredRun>(ticket, runId, reference, cancellation);

    private static string AtAgenda(int number) => TextHash.Of($"what the run thought at agenda {number}");
}
