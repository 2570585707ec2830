using System.Text.Json.Serialization;
using Planner.Core.Artifacts;
using Planner.Core.LanguageModels;
using Planner.Core.Text;
using Planner.Core.Text.Secrets;

namespace Planner.Specialists.Models.Calls;

/// <summary>
/// Answers of models, written down before they are used: whoever asks the same in a run, or in the one that took over from it, gets
/// the answer that was paid for. A run that is killed, replayed or tried again pays for nothing twice.
/// </summary>
internal sealed class TurnLedger(IArtifactStore store)
{
    /// <summary>The answer that stands for a request, or the one that is asked for now.</summary>
    /// <param name="place">Where the call belongs.</param>
    /// <param name="name">sha256 of all that is asked.</param>
    /// <param name="ask">Pays.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Turn> Once(CallPlace place, string name, Func<Task<Turn>> ask, CancellationToken cancellation)
    {
        if (await Kept(place.Ticket, place.RunId, name, cancellation) is { } own)
        {
            return own;
        }

        if (place.Previous is { } previous && await Kept(place.Ticket, previous, name, cancellation) is { } earlier)
        {
            return await Keep(place, name, earlier with { CostUsd = 0, Reused = true }, cancellation);
        }

        return await Keep(place, name, await ask(), cancellation);
    }

    private async Task<Turn?> Kept(string ticket, string run, string name, CancellationToken cancellation) =>
        await store.Noted(ticket, run, name, cancellation) is { } reference
            ? PlanJson.Read<Turn>(await store.GetContent(ticket, run, reference, cancellation))
            : null;

    /// <summary>The first note stands: of two that asked at once both use the answer of one.</summary>
    private async Task<Turn> Keep(CallPlace place, string name, Turn turn, CancellationToken cancellation)
    {
        var content = await store.PutContent(place.Ticket, place.RunId, Redaction.OfValue(turn).Content, cancellation);
        var standing = await store.Note(place.Ticket, place.RunId, name, content, cancellation);
        return PlanJson.Read<Turn>(await store.GetContent(place.Ticket, place.RunId, standing, cancellation));
    }
}

/// <summary>A call that was answered.</summary>
/// <param name="Step">The step that asked.</param>
/// <param name="Number">From 1: which call of its conversation.</param>
/// <param name="Answer">What came back.</param>
/// <param name="CostUsd">What it cost the run that asked, in US dollars.</param>
internal sealed record Turn(string Step, int Number, ModelAnswer Answer, decimal CostUsd)
{
    /// <summary>The day, by UTC, on which it counts; null in what was kept before days were counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Day { get; init; }

    /// <summary>True where another run paid for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Reused { get; init; }
}
