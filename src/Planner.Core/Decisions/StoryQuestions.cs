using Planner.Core.Opinions;
using Planner.Core.Tickets;
using Planner.Core.Tickets.Epics;

namespace Planner.Core.Decisions;

/// <summary>What the map itself leaves open: stories that say too little, and orders that cannot be kept.</summary>
internal static class StoryQuestions
{
    /// <summary>The known questions with those of the map that are not among them, numbered on.</summary>
    public static IReadOnlyList<Question> With(IReadOnlyList<Question> known, StoryMap? map, Ticket ticket)
    {
        if (map is null)
        {
            return known;
        }

        var numbering = new Numbering("Q", known.Select(q => q.Id));
        return [
            .. known,
            .. Of(map, ticket.Reporter ?? "Product owner").Where(q => !known.Any(k => k.IsAbout(q))).Select(q => q with { Id = numbering.Next() }),
        ];
    }

    private static IEnumerable<Question> Of(StoryMap map, string owner)
    {
        var needs = map.Planned.ToDictionary(s => s.Key, s => s.Needs.Select(n => n.Key), StringComparer.Ordinal);
        foreach (var circle in StoryCycles.Of([.. needs.Keys], k => needs.GetValueOrDefault(k) ?? []))
        {
            yield return Asked(
                TopicKey.Of(TopicKind.Order, circle),
                $"{string.Join(", ", circle)} are said to wait for each other: which of them comes first?",
                $"They are planned in the order of the epic, {string.Join(" before ", circle)}, as far as their tasks allow.", owner);
        }

        foreach (var story in map.Stories.Where(s => s.State == StoryState.Unclear))
        {
            yield return Asked(
                TopicKey.Of(TopicKind.Acceptance, story.Key),
                $"What must hold so that {story.Key} is accepted? Its description says too little to plan it.",
                $"{story.Key} has no task in this plan and no part in its hours.", owner);
        }
    }

    private static Question Asked(TopicKey key, string text, string assumption, string owner) =>
        new() { Id = "", Key = key, Text = text, Owner = owner, Blocking = false, Assumption = assumption };
}
