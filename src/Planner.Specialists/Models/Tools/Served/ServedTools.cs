using Planner.Core.Artifacts;
using Planner.Core.LanguageModels.ToolServers;
using Planner.Core.Text;
using Planner.Core.Text.Secrets;
using Planner.Durability;

namespace Planner.Specialists.Models.Tools.Served;

/// <summary>
/// What models may ask tool servers for. What there is stands fixed for a run when it is first looked at, so that all specialists
/// are told of the same tools in the same words, also after a kill.
/// </summary>
/// <param name="servers">The servers of the host; null where it has none.</param>
/// <param name="store">Keeps what there is and what came of calls.</param>
/// <param name="journal">Told of each call; null where nobody watches.</param>
/// <param name="redactor">Takes secrets out of what is kept and of what goes out; null for one without a key.</param>
internal sealed class ServedTools(IToolServers? servers, IArtifactStore store, IJournal? journal, Redactor? redactor = null)
{
    private readonly Redactor redactor = redactor ?? Redactor.Bare;

    /// <summary>Where no servers are.</summary>
    public static ServedTools None { get; } = new(null, null!, null);

    /// <summary>What may be called by the settings, as <c>server/tool</c>, sorted; empty where nothing may.</summary>
    public IReadOnlyList<string> Allowed { get; } = servers?.Allowed ?? [];

    /// <summary>The tools for one talk.</summary>
    public async Task<ServedTalk> Open(ServedPlace place, CancellationToken cancellation)
    {
        if (servers is null)
        {
            return ServedTalk.Silent;
        }

        var offer = await Offer(place, cancellation);
        return new ServedTalk(offer, new KeptCalls(servers, store, journal, redactor, place));
    }

    private async Task<ToolOffer> Offer(ServedPlace place, CancellationToken cancellation)
    {
        var name = TextHash.Of($"tool servers\n{string.Join('\n', Allowed)}");
        if (await store.Noted(place.Ticket, place.RunId, name, cancellation) is not { } standing)
        {
            var offer = redactor.OfValue(await servers!.Offer(cancellation)).Content;
            var content = await store.PutContent(place.Ticket, place.RunId, offer, cancellation);
            standing = await store.Note(place.Ticket, place.RunId, name, content, cancellation);
        }

        return PlanJson.Read<ToolOffer>(await store.GetContent(place.Ticket, place.RunId, standing, cancellation));
    }
}
