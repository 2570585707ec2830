namespace Planner.Core.Tickets.Epics;

/// <summary>Stories that wait for each other.</summary>
internal static class StoryCycles
{
    /// <summary>Groups of keys of which each comes after each other one, in the order given; nothing where there are none.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyList<string> keys, Func<string, IEnumerable<string>> before)
    {
        var reached = keys.ToDictionary(k => k, k => Reach(k, before), StringComparer.Ordinal);
        return [.. keys
            .Where(k => reached[k].Contains(k))
            .GroupBy(
                k => keys.First(other => reached[k].Contains(other) && reached.TryGetValue(other, out var back) && back.Contains(k)),
                StringComparer.Ordinal)
            .Select(g => g.ToList())
            .Where(g => g.Count > 1)];
    }

    private static HashSet<string> Reach(string key, Func<string, IEnumerable<string>> before)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = new Stack<string>([key]);
        while (left.TryPop(out var current))
        {
            before(current).Where(seen.Add).ToList().ForEach(left.Push);
        }

        return seen;
    }
}
