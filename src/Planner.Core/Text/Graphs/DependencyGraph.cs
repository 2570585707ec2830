namespace Planner.Core.Text.Graphs;

/// <summary>What comes before what. Ties are broken by the order of the nodes, so that the same input gives the same answer.</summary>
internal sealed class DependencyGraph
{
    private readonly List<string> nodes;
    private readonly Dictionary<string, List<string>> before;

    public DependencyGraph(IEnumerable<string> nodes, Func<string, IEnumerable<string>> dependsOn)
    {
        this.nodes = [.. nodes];
        before = this.nodes.ToDictionary(n => n, n => dependsOn(n).Distinct(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Before(string node) => before[node];

    public void Add(string node, string dependency)
    {
        if (!before[node].Contains(dependency, StringComparer.Ordinal))
        {
            before[node].Add(dependency);
        }
    }

    /// <summary>Adds a dependency unless that would close a circle; false where it would.</summary>
    public bool TryAdd(string node, string dependency)
    {
        if (node == dependency || ComesAfter(dependency, node))
        {
            return false;
        }

        Add(node, dependency);
        return true;
    }

    /// <summary>True where <paramref name="node"/> comes after <paramref name="dependency"/>, directly or not.</summary>
    public bool ComesAfter(string node, string dependency)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = new Stack<string>([node]);
        while (left.TryPop(out var current))
        {
            foreach (var earlier in before[current].Where(seen.Add))
            {
                if (earlier == dependency)
                {
                    return true;
                }

                left.Push(earlier);
            }
        }

        return false;
    }

    /// <summary>Nodes such that each stands after all it depends on (Kahn).</summary>
    /// <exception cref="CyclicDependencyException">There is no such order.</exception>
    public IReadOnlyList<string> Order()
    {
        var order = new List<string>(nodes.Count);
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (order.Count < nodes.Count)
        {
            var ready = nodes.Where(n => !done.Contains(n) && before[n].TrueForAll(done.Contains)).ToList();
            if (ready.Count == 0)
            {
                throw new CyclicDependencyException([.. nodes.Where(n => !done.Contains(n))]);
            }

            order.AddRange(ready);
            done.UnionWith(ready);
        }

        return order;
    }

    /// <summary>1 for nodes without dependencies, else one more than the highest of what they depend on.</summary>
    public Dictionary<string, int> Levels()
    {
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in Order())
        {
            levels[node] = 1 + before[node].Select(b => levels[b]).DefaultIfEmpty(0).Max();
        }

        return levels;
    }

    /// <summary>The chain with the greatest sum of weights, first to last.</summary>
    public (IReadOnlyList<string> Chain, double Sum) LongestChain(Func<string, double> weight)
    {
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        var previous = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var node in Order())
        {
            var last = before[node].MaxBy(b => sums[b]);
            previous[node] = last;
            sums[node] = weight(node) + (last is null ? 0 : sums[last]);
        }

        var chain = new List<string>();
        for (var node = nodes.MaxBy(n => sums[n]); node is not null; node = previous[node])
        {
            chain.Insert(0, node);
        }

        return (chain, chain.Count == 0 ? 0 : sums[chain[^1]]);
    }
}
