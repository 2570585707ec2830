namespace Planner.Core.Specialists;

/// <summary>
/// Who is asked, and who waits for whom. Validated when made: names are unique, everybody that is waited for is
/// there, and nobody waits for himself, not even through others.
/// </summary>
public sealed class SpecialistPanel
{
    private readonly Dictionary<string, SpecialistDefinition> byName;

    /// <summary>Puts a panel together.</summary>
    /// <exception cref="SpecialistFileException">The definitions do not fit each other; the message names them.</exception>
    public SpecialistPanel(IReadOnlyList<SpecialistDefinition> definitions)
    {
        byName = Unique(definitions);
        RequireOneForEachRole(definitions);
        foreach (var one in definitions)
        {
            RequireKnown(one);
        }

        Order = Sorted(definitions);
    }

    /// <summary>Everybody after those they build on; by name where the order is free.</summary>
    public IReadOnlyList<SpecialistDefinition> Order { get; }

    /// <summary>The panel of the built-in specialists.</summary>
    public static SpecialistPanel BuiltIn() => new(SpecialistLibrary.BuiltIn());

    /// <summary>The built-in specialists with what a team adds to them, and those that it adds.</summary>
    /// <exception cref="SpecialistFileException">A file cannot be used; the message names it and says how to mend it.</exception>
    public static SpecialistPanel With(IReadOnlyList<TeamFile> files) => new(TeamSpecialists.Merge(SpecialistLibrary.BuiltIn(), files));

    /// <summary>Hashes of the team's files by path; empty where none took part.</summary>
    public IReadOnlyDictionary<string, string> Overrides =>
        Order.Select(o => o.Origin).OfType<TeamOrigin>().ToDictionary(o => o.Path, o => o.Hash, StringComparer.Ordinal);

    /// <summary>The definition of that name.</summary>
    /// <exception cref="SpecialistFileException">There is none.</exception>
    public SpecialistDefinition Get(string name) =>
        byName.GetValueOrDefault(name)
            ?? throw new SpecialistFileException($"There is no specialist '{name}'; the panel has {string.Join(", ", Order.Select(o => o.Name))}.");

    /// <summary>All that a specialist builds on, also through others, in the panel's order.</summary>
    public IReadOnlyList<SpecialistDefinition> BuildsOn(string name)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Collect(Get(name), found);
        return [.. Order.Where(o => found.Contains(o.Name))];
    }

    /// <summary>The given ones and all that build on them, also through others, in the panel's order.</summary>
    public IReadOnlyList<SpecialistDefinition> DependentsOf(IEnumerable<string> names)
    {
        var asked = names.ToHashSet(StringComparer.Ordinal);
        return [.. Order.Where(o => asked.Contains(o.Name) || BuildsOn(o.Name).Any(b => asked.Contains(b.Name)))];
    }

    /// <summary>
    /// Who can start now: of <paramref name="asked"/>, those that are neither started nor waiting for somebody
    /// who is asked and not finished.
    /// </summary>
    public IReadOnlyList<SpecialistDefinition> Ready(
        IReadOnlyCollection<string> asked,
        IReadOnlyCollection<string> started,
        IReadOnlyCollection<string> finished) =>
        [.. Order.Where(o => asked.Contains(o.Name, StringComparer.Ordinal)
            && !started.Contains(o.Name, StringComparer.Ordinal)
            && BuildsOn(o.Name).All(b => finished.Contains(b.Name, StringComparer.Ordinal) || !asked.Contains(b.Name, StringComparer.Ordinal)))];

    private static Dictionary<string, SpecialistDefinition> Unique(IReadOnlyList<SpecialistDefinition> definitions)
    {
        var twice = definitions.GroupBy(d => d.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? definitions.ToDictionary(d => d.Name, StringComparer.Ordinal)
            : throw new SpecialistFileException($"Two specialists are called '{twice.Key}'; rename one of them.");
    }

    private static void RequireOneForEachRole(IReadOnlyList<SpecialistDefinition> definitions)
    {
        var shared = definitions.Where(d => d.Role != SpecialistRole.Other).GroupBy(d => d.Role).FirstOrDefault(g => g.Count() > 1)?.ToList();
        if (shared is not null)
        {
            var last = shared.FindLast(d => !d.IsBuiltIn) ?? shared[^1];
            var role = last.Role.ToString().ToLowerInvariant();
            var other = shared.Find(d => d != last)!.Name;
            throw new SpecialistFileException($"{last.Origin?.Path ?? last.Name}: the role '{role}' is played by '{other}' already; leave the role out.");
        }
    }

    private void RequireKnown(SpecialistDefinition one)
    {
        var missing = one.After.FirstOrDefault(a => !byName.ContainsKey(a));
        if (missing is not null)
        {
            throw new SpecialistFileException($"Specialist '{one.Name}' comes after '{missing}', which is not there; add it or remove it from 'after'.");
        }
    }

    private static List<SpecialistDefinition> Sorted(IReadOnlyList<SpecialistDefinition> definitions)
    {
        var left = definitions.OrderBy(d => d.Name, StringComparer.Ordinal).ToList();
        var order = new List<SpecialistDefinition>();
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(d => d.After.All(a => order.Exists(o => o.Name == a)))
                ?? throw new SpecialistFileException(
                    $"Specialists wait for each other in a circle: {string.Join(", ", left.Select(l => l.Name))}; remove one of their 'after'.");
            order.Add(next);
            left.Remove(next);
        }

        return order;
    }

    private void Collect(SpecialistDefinition one, HashSet<string> found)
    {
        foreach (var name in one.After.Where(found.Add))
        {
            Collect(byName[name], found);
        }
    }
}
