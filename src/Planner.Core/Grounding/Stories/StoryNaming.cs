using Planner.Core.Grounding.Facts;
using Planner.Core.Tickets;

namespace Planner.Core.Grounding.Stories;

/// <summary>Needs between stories that nobody states: one names a table, type or endpoint that is not there and that another one makes.</summary>
internal static class StoryNaming
{
    private const int MostNames = 2;

    /// <summary>The map with these needs behind the stated ones.</summary>
    public static StoryMap? Add(StoryMap? map, IReadOnlyDictionary<string, TicketGrounding>? parts)
    {
        if (map is null || parts is null)
        {
            return map;
        }

        var makers = map.Planned
            .Where(s => parts.ContainsKey(s.Key))
            .SelectMany(s => parts[s.Key].Mentions.Where(m => m.IsNew).Select(m => (s.Key, Name: m.Text)))
            .GroupBy(m => m.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Key, StringComparer.Ordinal);
        return map with
        {
            Stories = [.. map.Stories.Select(s => s.State == StoryState.Planned && parts.TryGetValue(s.Key, out var part) ? Added(s, part, makers) : s)],
        };
    }

    private static Story Added(Story story, TicketGrounding part, Dictionary<string, string> makers)
    {
        var made = part.Mentions
            .Where(m => !m.IsResolved)
            .Select(m => Maker(m.Text, makers))
            .Where(m => m.Key is not null && m.Key != story.Key)
            .GroupBy(m => m.Key!, m => m.Name, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => $"names {string.Join(" and ", g.Distinct(StringComparer.Ordinal).Take(MostNames))}, made there",
                StringComparer.Ordinal);
        var said = story.Needs.Select(n => made.Remove(n.Key, out var names) ? n with { Why = $"{n.Why}; {names}" } : n).ToList();
        return story with { Needs = [.. said, .. made.Select(m => new StoryNeed(m.Key, m.Value))] };
    }

    /// <summary>A member is made where its type is.</summary>
    private static (string? Key, string Name) Maker(string name, Dictionary<string, string> makers)
    {
        if (makers.TryGetValue(name, out var key))
        {
            return (key, name);
        }

        var dot = name.LastIndexOf('.');
        return dot > 0 && makers.TryGetValue(name[..dot], out var owner) ? (owner, name[..dot]) : (null, name);
    }
}
