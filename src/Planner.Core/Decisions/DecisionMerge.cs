using Planner.Core.Opinions;

namespace Planner.Core.Decisions;

/// <summary>Makes one list of decisions of all opinions.</summary>
internal sealed class DecisionMerge
{
    private readonly List<Group> groups = [];

    /// <summary>The decisions by id, and the ids with what was given to each of them.</summary>
    public static (IReadOnlyList<Decision> Items, LocalIds Ids) Of(
        IReadOnlyList<Opinion> opinions, IReadOnlyList<SettledDecision> settled, LocalIds previous)
    {
        var merge = new DecisionMerge();
        merge.Keep(settled);
        foreach (var decision in opinions.SelectMany(o => o.Decisions))
        {
            merge.Join(decision, previous);
        }

        merge.Number(previous);
        return merge.Resolved(previous);
    }

    private void Keep(IReadOnlyList<SettledDecision> settled) =>
        groups.AddRange(settled.Select(s => new Group(s.Decision) { Id = s.Decision.Id, Settled = true }));

    private void Join(Decision decision, LocalIds previous)
    {
        var knownAs = KnownAs(decision, previous);
        var group = groups.Find(g => g.IsAbout(decision, knownAs));
        if (group is null)
        {
            groups.Add(group = new(decision) { Id = knownAs });
        }
        else
        {
            group.Add(decision);
        }

        group.Locals.Add(decision.Id);
    }

    /// <summary>The id that the key had before. What was stored before there were keys knows local ids only.</summary>
    private static string? KnownAs(Decision decision, LocalIds previous) =>
        previous.DecisionKeys.GetValueOrDefault(decision.Key.ToString())
        ?? (previous.Decisions.GetValueOrDefault(decision.Id) is { } local && !LocalIds.HasKey(previous.DecisionKeys, local) ? local : null);

    private void Number(LocalIds previous)
    {
        var given = previous.Decisions.Values.Concat(previous.DecisionKeys.Values);
        var numbering = new Numbering("TD", groups.Select(g => g.Id).OfType<string>().Concat(given));
        foreach (var group in groups.Where(g => g.Id is null).OrderByDescending(g => g.Decision.Weight))
        {
            group.Id = numbering.Next();
        }
    }

    private (IReadOnlyList<Decision>, LocalIds) Resolved(LocalIds previous)
    {
        var ids = Sorted(previous.Decisions);
        foreach (var (local, group) in groups.SelectMany(g => g.Locals.Select(l => (l, g))))
        {
            ids[local] = group.Id!;
        }

        var known = groups.Select(g => g.Id!).ToHashSet(StringComparer.Ordinal);
        var decisions = groups.Select(g => (g.Settled, Decision: g.Decision with { Id = g.Id!, Key = g.Key, DependsOn = Mapped(g, known, ids) }))
            .Select(d => d.Settled ? d.Decision : OptionLetters.Kept(d.Decision, previous.Options))
            .OrderBy(d => d.Id, StringComparer.Ordinal).ToList();
        var keys = Keys(previous.DecisionKeys, decisions);
        return (decisions, previous with { Decisions = ids, DecisionKeys = keys, Options = Letters(previous.Options, decisions) });
    }

    private static SortedDictionary<string, string> Keys(IReadOnlyDictionary<string, string> previous, List<Decision> decisions)
    {
        var keys = Sorted(previous);
        decisions.ForEach(d => keys[d.Key.ToString()] = d.Id);
        return keys;
    }

    private static SortedDictionary<string, string> Letters(IReadOnlyDictionary<string, string> previous, List<Decision> decisions)
    {
        var letters = Sorted(previous);
        decisions.ForEach(d => d.Options.ToList().ForEach(o => letters[OptionLetters.Name(d, o)] = o.Id));
        return letters;
    }

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> previous) =>
        new(previous.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>What nobody holds is not waited for: the guard of the opinion has said so.</summary>
    private static List<string> Mapped(Group group, HashSet<string> known, SortedDictionary<string, string> ids) =>
        [.. group.Decision.DependsOn
            .Select(d => known.Contains(d) ? d : ids.TryGetValue(d, out var id) && known.Contains(id) ? id : null)
            .OfType<string>()
            .Where(d => d != group.Id)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    /// <summary>Decisions about the same subject.</summary>
    private sealed class Group(Decision first)
    {
        public Decision Decision { get; private set; } = first;

        public string? Id { get; set; }

        public bool Settled { get; init; }

        public List<string> Locals { get; } = [];

        /// <summary>What all of them are about; what was stored without a key gets that of the first that has one.</summary>
        public TopicKey Key { get; private set; } = first.Key;

        public bool IsAbout(Decision other, string? knownAs) =>
            (knownAs is not null && knownAs == Id) || other.Key == Key || (Settled && Decision.IsAbout(other));

        /// <summary>The weightier wording wins; a settled one stays as people saw it, down to its dependencies.</summary>
        public void Add(Decision other)
        {
            Key = Key.IsWording ? other.Key : Key;
            if (Settled)
            {
                return;
            }

            var wording = other.Weight > Decision.Weight ? other : Decision;
            Decision = wording with
            {
                DependsOn = [.. Decision.DependsOn.Union(other.DependsOn, StringComparer.Ordinal)],
                Touches = [.. Decision.Touches.Union(other.Touches, StringComparer.Ordinal)],
            };
        }
    }
}
