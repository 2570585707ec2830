namespace Planner.Core.Tickets.Epics;

/// <summary>The order in which the stories of an epic are thought about and, where they meet, built.</summary>
internal static class StoryOrder
{
    /// <summary>
    /// The keys in layers: what needs nothing, then what needs only that, and so on; in the order given within a layer. A circle
    /// is broken at the first of its keys, so that there always is an order.
    /// </summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> keys, Func<string, IEnumerable<string>> needs)
    {
        var left = keys.ToList();
        var order = new List<string>(left.Count);
        while (left.Count > 0)
        {
            var ready = left.Where(k => !needs(k).Any(n => n != k && left.Contains(n, StringComparer.Ordinal))).ToList();
            var next = ready.Count > 0 ? ready : [First(left, needs)];
            left.RemoveAll(next.Contains);
            order.AddRange(next);
        }

        return order;
    }

    /// <summary>The first of those that wait for nobody outside of their own circle.</summary>
    private static string First(List<string> left, Func<string, IEnumerable<string>> needs)
    {
        var circles = StoryCycles.Of(left, k => needs(k).Where(left.Contains));
        var free =
            circles.FirstOrDefault(c => c.All(k => needs(k).All(n => c.Contains(n, StringComparer.Ordinal) || !left.Contains(n, StringComparer.Ordinal))));
        return free is null ? left[0] : free[0];
    }

    /// <summary>The planned stories of a map in that order.</summary>
    public static IReadOnlyList<string> Of(StoryMap map)
    {
        var needs = map.Planned.ToDictionary(s => s.Key, s => s.Needs.Select(n => n.Key).ToList(), StringComparer.Ordinal);
        return Of(map.Planned.Select(s => s.Key), k => needs[k].Where(needs.ContainsKey));
    }
}
