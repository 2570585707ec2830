using Planner.Core.Opinions;

namespace Planner.Core.Decisions;

/// <summary>Makes one list of decisions of all opinions.</summary>
internal sealed class DecisionMerge
{
    private readonly List<Group> _groups = [];

    public static (IReadOnlyList<Decision> Items, IReadOnlyDictionary<string, string> Ids) Of(
        IReadOnlyList<Opinion> opinions, IReadOnlyList<SettledDecision> settled, IReadOnlyDictionary<string, string> previous)
    {
        var merge = new DecisionMerge();
        merge.Keep(settled, previous);
        foreach (var decision in opinions.SelectMany(o => o.Decisions))
        {
            merge.Join(decision, previous);
        }

        merge.Number(previous);
        return merge.Resolved(previous);
    }

    private void Keep(IReadOnlyList<SettledDecision> settled, IReadOnlyDictionary<string, string> previous)
    {
        foreach (var decision in settled.Select(s => s.Decision))
        {
            var group = new Group(decision) { Id = decision.Id, Settled = true };
            group.Suffixes.UnionWith(previous.Where(p => p.Value == decision.Id).Select(p => Subject.OfId(p.Key)));
            _groups.Add(group);
        }
    }

    private void Join(Decision decision, IReadOnlyDictionary<string, string> previous)
    {
        var group = _groups.Find(g => g.IsAbout(decision, previous.GetValueOrDefault(decision.Id)));
        if (group is null)
        {
            _groups.Add(group = new(decision) { Id = previous.GetValueOrDefault(decision.Id) });
        }
        else
        {
            group.Add(decision);
        }

        group.Locals.Add(decision.Id);
        group.Suffixes.Add(Subject.OfId(decision.Id));
    }

    private void Number(IReadOnlyDictionary<string, string> previous)
    {
        var numbering = new Numbering("TD", _groups.Select(g => g.Id).OfType<string>().Concat(previous.Values));
        foreach (var group in _groups.Where(g => g.Id is null).OrderByDescending(g => g.Decision.Weight))
        {
            group.Id = numbering.Next();
        }
    }

    private (IReadOnlyList<Decision>, IReadOnlyDictionary<string, string>) Resolved(IReadOnlyDictionary<string, string> previous)
    {
        var ids = new SortedDictionary<string, string>(previous.ToDictionary(p => p.Key, p => p.Value), StringComparer.Ordinal);
        foreach (var (local, group) in _groups.SelectMany(g => g.Locals.Select(l => (l, g))))
        {
            ids[local] = group.Id!;
        }

        var known = _groups.Select(g => g.Id!).ToHashSet(StringComparer.Ordinal);
        var decisions = _groups.Select(g => g.Decision with { Id = g.Id!, DependsOn = Mapped(g, known, ids) });
        return ([.. decisions.OrderBy(d => d.Id, StringComparer.Ordinal)], ids);
    }

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

        public HashSet<string> Suffixes { get; } = new(StringComparer.Ordinal);

        private readonly HashSet<string> _titles = new([Subject.OfText(first.Title)], StringComparer.Ordinal);

        public bool IsAbout(Decision other, string? knownAs) =>
            (knownAs is not null && knownAs == Id)
            || other.Id == Id
            || _titles.Contains(Subject.OfText(other.Title))
            || Suffixes.Contains(Subject.OfId(other.Id));

        /// <summary>The weightier wording wins; a settled one stays as people saw it, down to its dependencies.</summary>
        public void Add(Decision other)
        {
            _titles.Add(Subject.OfText(other.Title));
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
