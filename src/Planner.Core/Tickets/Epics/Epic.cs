namespace Planner.Core.Tickets.Epics;

/// <summary>A ticket together with its children.</summary>
/// <param name="Whole">The ticket with the words of the stories that are planned.</param>
/// <param name="Criteria">Its own and theirs, frozen.</param>
/// <param name="Map">Null for a ticket without children.</param>
public sealed record Epic(Ticket Whole, FrozenCriteria Criteria, StoryMap? Map)
{
    /// <summary>The epic's own part where it has criteria of its own, then each planned story; none where no story is planned.</summary>
    public IReadOnlyList<EpicPart> Parts { get; init; } = [];

    /// <summary>The same ticket and children always give the same.</summary>
    public static Epic Of(Ticket ticket, FoundChildren found)
    {
        var own = CriteriaReader.Freeze(ticket);
        if (found.Items.Count == 0)
        {
            return new(ticket, own, found.Limitations.Count == 0 ? null : new([], found.Limitations));
        }

        var read = found.Items.Select(c => c.Ticket).OfType<Ticket>().ToList();
        var frozen = read.Where(t => !t.IsDone).ToDictionary(t => t.Key, CriteriaReader.Freeze, StringComparer.Ordinal);
        var planned = read.Where(t => frozen.TryGetValue(t.Key, out var criteria) && ReadinessJudge.Judge(t, criteria) is Readiness.Ready).ToList();
        var (criteria, uncounted) = EpicCriteria.Freeze(own, [.. planned.Select(t => (t.Key, frozen[t.Key]))]);
        var (text, unread) = EpicText.Join(ticket, planned);
        var needs = StoryNeeds.Of(ticket, read);
        var map = new StoryMap(
            [.. found.Items.Select(c => Story(c, planned, needs))],
            [.. found.Limitations, .. Limitations(found, planned, uncounted, unread)]);
        return new(ticket with { Description = text }, criteria, map) { Parts = planned.Count == 0 ? [] : [.. PartsOf(ticket, criteria, planned, frozen)] };
    }

    private static IEnumerable<EpicPart> PartsOf(Ticket ticket, FrozenCriteria all, List<Ticket> planned, Dictionary<string, FrozenCriteria> frozen)
    {
        var stories = planned.Select(t => new EpicPart(t, CriteriaOf(all, t.Key, frozen[t.Key].Derived)));
        return stories.Prepend(new EpicPart(ticket, CriteriaOf(all, story: null, derived: false))).Where(p => p.Criteria.Items.Count > 0);
    }

    private static FrozenCriteria CriteriaOf(FrozenCriteria all, string? story, bool derived)
    {
        var items = all.Items.Where(c => c.Story == story).ToList();
        return new(items, CriteriaReader.Hash(items), derived);
    }

    private static Story Story(ChildTicket child, List<Ticket> planned, IReadOnlyDictionary<string, IReadOnlyList<StoryNeed>> needs) => new()
    {
        Key = child.Link.Key,
        Title = child.Ticket?.Title ?? child.Link.Summary,
        Status = child.Ticket?.Status ?? child.Link.Status,
        State = child switch
        {
            { Ticket: { } t } when planned.Contains(t) => StoryState.Planned,
            { Ticket.IsDone: true } or { Ticket: null, Link.IsDone: true } => StoryState.Done,
            { Ticket: null } => StoryState.Unread,
            _ => StoryState.Unclear,
        },
        Needs = needs.GetValueOrDefault(child.Link.Key) ?? [],
    };

    private static IEnumerable<string> Limitations(FoundChildren found, List<Ticket> planned, IReadOnlyList<string> uncounted, IReadOnlyList<string> unread)
    {
        foreach (var child in found.Items.Where(c => c is { Ticket: null, Link.IsDone: false }))
        {
            yield return $"{child.Link.Key} is not planned, because it {child.Fault}; only what its parent says of it stands on the story map.";
        }

        foreach (var child in found.Items.Select(c => c.Ticket).OfType<Ticket>().Where(t => !t.IsDone && !planned.Contains(t)))
        {
            yield return $"{child.Key} is not planned, because it says too little; it stands on the story map without tasks.";
        }

        if (planned.Where(t => t.Children.Count > 0).Select(t => t.Key).ToList() is { Count: > 0 } parents)
        {
            yield return $"Tickets below {string.Join(", ", parents)} were not read.";
        }

        if (uncounted.Count > 0)
        {
            yield return $"Of {string.Join(", ", uncounted)} some criteria are not planned, because the stories have more than "
                + $"{CriteriaReader.MaxCriteria} together.";
        }

        if (unread.Count > 0)
        {
            yield return $"The descriptions of {string.Join(", ", unread)} were not searched for names, because those of the stories are too long together; "
                + $"their criteria are planned.";
        }
    }
}
