using Planner.Core.LanguageModels;
using Planner.Core.Opinions;

namespace Planner.Core.Specialists.Stories;

/// <summary>One opinion on an epic of those on its parts: as sure as the least sure of them.</summary>
internal static class OpinionSum
{
    private const int MostTold = 4;

    public static Opinion Of(IReadOnlyList<OpinionPart> parts)
    {
        var speaking = parts.Where(p => p.Opinion.Applies).ToList();
        if (speaking.Count == 0)
        {
            return parts[0].Opinion with { Parts = parts, Provenance = Provenance(parts), Ledger = Ledger(parts), Servers = Servers(parts) };
        }

        var all = speaking.ConvertAll(p => p.Opinion);
        var least = speaking.MinBy(p => p.Opinion.Confidence)!;
        return least.Opinion with
        {
            Rationale = Rationale(least, speaking),
            Evidence = [.. all.SelectMany(o => o.Evidence).Distinct(StringComparer.Ordinal)],
            Summary = Summary(speaking),
            Gaps = [.. all.SelectMany(o => o.Gaps).Distinct()],
            Tasks = [.. all.SelectMany(o => o.Tasks)],
            Tests = [.. all.SelectMany(o => o.Tests)],
            Risks = [.. all.SelectMany(o => o.Risks)],
            Decisions = [.. all.SelectMany(o => o.Decisions)],
            Questions = [.. all.SelectMany(o => o.Questions)],
            Designs = DesignSum.Of(all),
            Findings = [.. all.SelectMany(o => o.Findings).Distinct()],
            Parts = parts,
            Provenance = Provenance(parts),
            Ledger = Ledger(parts),
            Read = Read(all),
            Servers = Servers(parts),
            Caps = all.Exists(o => o.Caps is not null) ? [.. all.SelectMany(o => o.Caps ?? []).Distinct(StringComparer.Ordinal)] : null,
        };
    }

    /// <summary>The one that says most: rules in the place of a model before a model, a model before rules, and a limit that was reached before none.</summary>
    private static Provenance Provenance(IReadOnlyList<OpinionPart> parts) =>
        parts.Select(p => p.Opinion.Provenance).MaxBy(p => (p.Kind, p.Budget is not null))!;

    private static List<LedgerEntry> Ledger(IReadOnlyList<OpinionPart> parts) => [.. parts.SelectMany(p => p.Opinion.Ledger)];

    private static ServerLookups? Servers(IReadOnlyList<OpinionPart> parts) => ServerLookups.Of(parts.Select(p => p.Opinion.Servers));

    private static List<string>? Read(IReadOnlyList<Opinion> all) => all.All(o => o.Read is null)
        ? null
        : [.. all.SelectMany(o => o.Read ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Rationale(OpinionPart least, List<OpinionPart> speaking)
    {
        var alike = speaking.Where(p => p != least && p.Opinion.Confidence == least.Opinion.Confidence).Select(p => p.Key).ToList();
        var surer = speaking.Where(p => p.Opinion.Confidence > least.Opinion.Confidence).Select(p => $"{p.Key} ({p.Opinion.Confidence})").ToList();
        return $"{least.Key}: {least.Opinion.Rationale}{Said("As sure of", alike)}{Said("Surer of", surer)}";
    }

    private static string Said(string how, List<string> stories) => stories.Count == 0 ? "" : $" {how} {Listed(stories)}.";

    private static string Listed(List<string> stories) => stories.Count <= MostTold
        ? string.Join(", ", stories)
        : $"{string.Join(", ", stories.Take(MostTold))} and {stories.Count - MostTold} more";

    private static string Summary(List<OpinionPart> speaking)
    {
        var told = speaking.Where(p => p.Opinion.Summary.Length > 0).ToList();
        return told.Count > MostTold
            ? $"Has work in {told.Count} stories: {Listed(told.ConvertAll(p => p.Key))}."
            : string.Join(' ', told.Select(p => $"{p.Key}: {p.Opinion.Summary}"));
    }
}
