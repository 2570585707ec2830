using Planner.Core.Grounding.Stories;
using Planner.Core.Opinions;
using Planner.Core.Tickets;
using Planner.Core.Tickets.Epics;

namespace Planner.Core.Specialists.Stories;

/// <summary>
/// Consults a specialist about an epic, one part after the other in the order of their needs, so that every task belongs to
/// one story and a story knows what those before it make. The opinions become one.
/// </summary>
internal static class StoryByStory
{
    /// <summary>The parts of an epic, what the epic asks for itself last, since it speaks of all of them.</summary>
    public static IReadOnlyList<EpicPart> InOrder(IReadOnlyList<EpicPart>? parts, StoryMap? map)
    {
        if (parts is null || map is null)
        {
            return [];
        }

        var order = StoryOrder.Of(map).ToList();
        return [.. parts.OrderBy(p => order.IndexOf(p.Ticket.Key) is >= 0 and var at ? at : int.MaxValue)];
    }

    /// <param name="ask">Asks who thinks; called for each part after the one before it was answered.</param>
    /// <param name="parts">In order; none where the ticket is thought about as a whole.</param>
    /// <param name="whole">The consultation about the whole ticket.</param>
    public static async Task<Opinion> Consult(Func<Consultation, Task<Opinion>> ask, IReadOnlyList<EpicPart> parts, Consultation whole)
    {
        if (parts.Count == 0)
        {
            return await ask(whole);
        }

        var given = new List<OpinionPart>();
        foreach (var part in parts)
        {
            var key = part.Ticket.Key;
            var about = About(part, whole, given);
            var opinion = PlannedEvidence.Told(await ask(about), whole.Grounding.Inventory, about.Grounding.Inventory);
            given.Add(new(key, PartIds.Own(opinion, key, isStory: key != whole.Ticket.Key)));
        }

        return OpinionSum.Of(given);
    }

    private static Consultation About(EpicPart part, Consultation whole, List<OpinionPart> given)
    {
        var earlier = given.Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var before = whole.BuildsOn.SelectMany(o => o.Parts ?? []).Where(p => earlier.Contains(p.Key)).Concat(given).Select(p => p.Opinion).ToList();
        return whole with
        {
            Ticket = part.Ticket,
            Criteria = part.Criteria,
            Grounding = ProjectedCodebase.Of(PartGrounding.Of(whole.Grounding, part.Ticket.Key), before, PartGrounding.Registrations(whole.Grounding)),
            // Ids of a part bear its story's key, so that a part cannot be corrected by keys.
            Before = null,
            BuildsOn = [.. whole.BuildsOn.Select(o => o.Parts?.FirstOrDefault(p => p.Key == part.Ticket.Key)?.Opinion ?? o)],
        };
    }
}
