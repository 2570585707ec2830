using System.Globalization;

namespace Planner.Core.Tickets.Epics;

/// <summary>The criteria of an epic: its own, then those of its stories, each of which knows its story. Ids are unique over all.</summary>
internal static class EpicCriteria
{
    /// <summary>
    /// The frozen criteria. What was only derived from the epic's words gives way to what its stories ask. Criteria over
    /// <see cref="CriteriaReader.MaxCriteria"/> are left out; their stories come back as <c>Left</c>.
    /// </summary>
    public static (FrozenCriteria Criteria, IReadOnlyList<string> Left) Freeze(FrozenCriteria own, IReadOnlyList<(string Key, FrozenCriteria Criteria)> stories)
    {
        if (stories.Count == 0)
        {
            return (own, []);
        }

        var first = own.Derived ? [] : own.Items;
        var highest = first.Select(c => long.Parse(c.Id.AsSpan(2), CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        var theirs = stories.SelectMany(s => s.Criteria.Items.Select(c => (s.Key, c.Text)))
            .Select((c, at) => new AcceptanceCriterion($"AC{(highest + at + 1).ToString(CultureInfo.InvariantCulture)}", c.Text) { Story = c.Key })
            .ToList();
        var room = Math.Max(CriteriaReader.MaxCriteria - first.Count, 0);
        List<AcceptanceCriterion> items = [.. first, .. theirs.Take(room)];
        var derived = first.Count == 0 && stories.All(s => s.Criteria.Derived);
        return (new(items, CriteriaReader.Hash(items), derived), [.. theirs.Skip(room).Select(c => c.Story!).Distinct(StringComparer.Ordinal)]);
    }
}
