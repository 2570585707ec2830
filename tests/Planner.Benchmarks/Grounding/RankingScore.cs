using System.Globalization;
using Planner.Core.Grounding.Facts;
using Planner.Core.LanguageModels;

namespace Planner.Benchmarks.Grounding;

/// <summary>How an order of files compares with what the team changed in production code.</summary>
/// <param name="Key">The ticket.</param>
/// <param name="Changed">How many production files were changed.</param>
/// <param name="RecallAt20">The share of them among the first twenty production files.</param>
/// <param name="RecallAt10">Among the first ten.</param>
/// <param name="PrecisionAt5">The share of the first five that were changed.</param>
/// <param name="Input">Tokens sent.</param>
/// <param name="Output">Tokens received.</param>
internal sealed record RankingScore(string Key, int Changed, double RecallAt20, double RecallAt10, double PrecisionAt5, long Input, long Output)
{
    public static RankingScore Of(KnownTicket ticket, IReadOnlyList<RankedFile> files, IReadOnlyList<LedgerEntry> ledger)
    {
        var order = files.Select(f => f.Path).Where(CandidateScore.IsProduction).ToList();
        double Found(int first) => order.Take(first).Count(ticket.Production.Contains);
        var changed = ticket.Production.Count;
        return new RankingScore(
            ticket.Key, changed, Found(20) / changed, Found(10) / changed, Found(5) / 5, ledger.Sum(e => e.InputTokens), ledger.Sum(e => e.OutputTokens));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Key}: of {Changed} at 20 {RecallAt20:0.00}, at 10 {RecallAt10:0.00}, precision at 5 {PrecisionAt5:0.00}");
}
