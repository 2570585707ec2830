namespace Planner.Core.Opinions.Caps;

/// <summary>
/// Files that reading the ticket found likeliest and that nobody takes up: that costs the one who has most of the criteria. Of five
/// such files two are seldom changed in the end, so that a few may be left out.
/// </summary>
internal static class OmittedFilesCap
{
    private const int Most = 7;
    private const int Likeliest = 5;
    private const int MostOmitted = 2;

    /// <summary>The opinions of a plan, the owner's no surer than it may be.</summary>
    /// <param name="opinions">All of them.</param>
    /// <param name="criteria">Ids of the ticket's criteria.</param>
    /// <param name="likely">Likely files in the order of whoever read the ticket closely, the likeliest first.</param>
    public static IReadOnlyList<Opinion> Held(IReadOnlyList<Opinion> opinions, IReadOnlyList<string> criteria, IReadOnlyList<string> likely)
    {
        var owner = opinions.Where(o => o is { Applies: true, Provenance.Kind: ProvenanceKind.Model }).MaxBy(o => Served(o, criteria));
        return owner is null || Omitted(opinions, likely) is not { Count: > 0 } files
            ? opinions
            : [.. opinions.Select(o => o == owner ? EvidenceCaps.Held(o, [Cap(files)]) : o)];
    }

    private static HeldAt Cap(List<string> files) =>
        new(Most, $"no task takes up {EvidenceCaps.Named(files)}, {(files.Count == 1 ? "the likeliest file" : "which are among the likeliest files")}");

    private static List<string> Omitted(IReadOnlyList<Opinion> opinions, IReadOnlyList<string> likely)
    {
        var taken = opinions.SelectMany(o => o.Tasks).SelectMany(t => t.Files.Select(f => f.Path).Concat(t.LikelyAlso ?? [])).ToHashSet(StringComparer.Ordinal);
        var first = likely.Take(Likeliest).ToList();
        var omitted = first.Where(p => !taken.Contains(p)).ToList();
        return omitted.Count > MostOmitted ? omitted : [.. omitted.Intersect(first.Take(1), StringComparer.Ordinal)];
    }

    private static int Served(Opinion opinion, IReadOnlyList<string> criteria) =>
        opinion.Tasks.SelectMany(t => t.Satisfies).Intersect(criteria, StringComparer.Ordinal).Count();
}
