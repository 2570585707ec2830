using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions.Guarding;
using Planner.Specialists.Models.Replies;

namespace Planner.Specialists.Models.Reading;

/// <summary>Likely files in a model's order: what it chose first, then the rest as the rules have it. What it made up is left out.</summary>
internal static class FileOrder
{
    private const double Last = 0.5;
    private const int MostAdded = 12;

    public static IReadOnlyList<RankedFile> Of(RankReply reply, TicketGrounding grounding)
    {
        var known = grounding.Inventory.Paths.ToHashSet(StringComparer.Ordinal);
        var chosen = reply.Files.Where(f => known.Contains(f.Path)).DistinctBy(f => f.Path, StringComparer.Ordinal).ToList();
        var first = chosen.Select((f, i) => new RankedFile(f.Path, Score(i, chosen.Count), f.Why.Trim()));
        var taken = chosen.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var rest = grounding.Files.Where(f => !taken.Contains(f.Path)).Select(f => f with { Score = Math.Round(f.Score * Last, 2) });
        return [.. first, .. rest];
    }

    /// <summary>Files to be added: inside the root, and not there yet.</summary>
    public static IReadOnlyList<RankedFile> Added(RankReply reply, TicketGrounding grounding)
    {
        var known = grounding.Inventory.Paths.ToHashSet(StringComparer.Ordinal);
        return [.. reply.Added.Where(f => RootPath.MayBeAdded(f.Path) && !known.Contains(f.Path))
            .Take(MostAdded)
            .Select(f => new RankedFile(f.Path, Last, f.Why.Trim()))];
    }

    private static double Score(int place, int count) => Math.Round(1 - ((1 - Last) * place / Math.Max(1, count)), 2);
}
