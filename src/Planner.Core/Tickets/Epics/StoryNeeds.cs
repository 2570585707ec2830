namespace Planner.Core.Tickets.Epics;

/// <summary>What each story comes after, as links and texts of the epic and its stories say.</summary>
internal static class StoryNeeds
{
    private const int MostOfOne = 50;

    /// <param name="epic">Its own text may order its stories.</param>
    /// <param name="children">Those that were read.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<StoryNeed>> Of(Ticket epic, IReadOnlyList<Ticket> children)
    {
        var known = children.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var done = children.Where(c => c.IsDone).Select(c => c.Key)
            .Concat(children.SelectMany(c => c.Links).Where(l => l.IsDone).Select(l => l.Key)).ToHashSet(StringComparer.Ordinal);
        return children.SelectMany(After).Concat(children.SelectMany(Before)).Concat(Told(epic, children))
            .Where(n => known.Contains(n.Later) && n.Need.Key != n.Later && n.Need.Key != epic.Key && TicketKey.IsValid(n.Need.Key) && !done.Contains(n.Later))
            .Where(n => known.Contains(n.Need.Key) || !done.Contains(n.Need.Key))
            .GroupBy(n => n.Later, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                IReadOnlyList<StoryNeed> (g) => [.. g.Select(n => n.Need).DistinctBy(n => n.Key, StringComparer.Ordinal).Take(MostOfOne)],
                StringComparer.Ordinal);
    }

    private static IEnumerable<(string Later, StoryNeed Need)> After(Ticket child) =>
        child.Links.Where(l => LinkWords.ComesAfter(l.Relation)).Select(l => (child.Key, new StoryNeed(l.Key, $"link \"{l.Relation}\"")));

    private static IEnumerable<(string Later, StoryNeed Need)> Before(Ticket child) =>
        child.Links.Where(l => LinkWords.ComesBefore(l.Relation)).Select(l => (l.Key, new StoryNeed(child.Key, $"link \"{l.Relation}\" of {child.Key}")));

    private static IEnumerable<(string Later, StoryNeed Need)> Told(Ticket epic, IReadOnlyList<Ticket> children) =>
        children.SelectMany(c => OrderMentions.In(c.Summary + "\n" + c.Description, c.Key).Select(m => (By: c.Key, m)))
            .Concat(OrderMentions.In(epic.Description, speaker: null).Select(m => (By: epic.Key, m)))
            .Select(t => (t.m.Later, new StoryNeed(t.m.Earlier, $"text of {t.By}: \"{t.m.Words}\"")));
}
