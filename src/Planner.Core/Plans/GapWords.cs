using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Core.Plans;

/// <summary>Gaps in sentences: those that differ only in their criterion are told together.</summary>
internal static class GapWords
{
    private const int MostNamed = 4;

    /// <summary>Each sentence once, in the order of the gaps.</summary>
    public static IReadOnlyList<string> Sentences(IReadOnlyList<Gap> gaps) =>
        [.. gaps
            .GroupBy(Pattern, StringComparer.Ordinal)
            .Select(g => g.Key.Replace(
                Slot,
                Words.Ids(g.Select(x => x.Criterion).OfType<string>().Distinct(StringComparer.Ordinal)),
                StringComparison.Ordinal))];

    /// <summary>"AC1 to AC5, `SeedLoader` and 3 more".</summary>
    public static string Subjects(IReadOnlyList<Gap> gaps)
    {
        var criteria = gaps.Where(g => g.Criterion == g.Subject).Select(g => g.Subject).Distinct(StringComparer.Ordinal).ToList();
        var names = gaps.Where(g => g.Criterion != g.Subject).Select(g => g.Subject).Distinct(StringComparer.Ordinal).ToList();
        var told = names.Take(MostNamed).ToList();
        return Words.List([
            .. criteria.Count > 0 ? [Words.Ids(criteria)] : Array.Empty<string>(),
            .. told,
            .. names.Count > told.Count ? [$"{names.Count - told.Count} more"] : Array.Empty<string>(),
        ]);
    }

    private const string Slot = "\u0001";

    private static string Pattern(Gap gap) =>
        gap.Criterion is { } id && Words.Names(gap.Text, id) ? gap.Text.Replace(id, Slot, StringComparison.Ordinal) : gap.Text;
}
