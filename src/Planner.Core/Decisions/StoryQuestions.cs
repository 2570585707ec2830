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

        var asked = known.Select(q => q.Text).ToHashSet(StringComparer.Ordinal);
        var numbering = new Numbering("Q", known.Select(q => q.Id));
        return [.. known, .. Of(map, ticket.Reporter ?? "Product owner").Where(q => !asked.Contains(q.Text)).Select(q => q with { Id = numbering.Next() })];
    }

    private static IEnumerable<Question> Of(StoryMap map, string owner)
    {
        var needs = map.Planned.ToDictionary(s => s.Key, s => s.Needs.Select(n => n.Key), StringComparer.Ordinal);
        foreach (var circle in StoryCircles.Of([.. needs.Keys], k => needs.GetValueOrDefault(k) ?? []))
        {
            yield return Asked(
                $"{string.Join(", ", circle)} are said to wait for each other: which of them comes first?",
                $"They are planned in the order of the epic, {string.Join(" before ", circle)}, as far as their tasks allow.", owner);
        }

        foreach (var story in map.Stories.Where(s => s.State == StoryState.Unclear))
        {
            yield return Asked(
                $"What must hold so that {story.Key} is accepted? Its description says too little to plan it.",
                $"{story.Key} has no task in this plan and no part in its hours.", owner);
        }
    }

    private static Question Asked(string text, string assumption, string owner) => new() { Id = "", Text = text, Owner = owner, Blocking = false, Assumption = assumption };
}
