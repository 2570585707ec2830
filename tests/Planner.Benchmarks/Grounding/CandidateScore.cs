using System.Globalization;
using Planner.Core.Grounding.Facts;

namespace Planner.Benchmarks.Grounding;

/// <summary>How the candidates of one ticket compare with what the team changed.</summary>
/// <param name="Key">The ticket.</param>
/// <param name="Pool">How many candidates there are.</param>
/// <param name="Production">How many of them are no tests, settings or projects.</param>
/// <param name="Changed">How many production files were changed.</param>
/// <param name="Missed">Those that are no candidates.</param>
/// <param name="Others">The share of changed tests and settings among the candidates; null where none changed.</param>
/// <param name="RulesAt20">The share of changed production files among the first twenty of the ranked list that are production files.</param>
/// <param name="Milliseconds">How long grounding took.</param>
internal sealed record CandidateScore(
    string Key, int Pool, int Production, int Changed, List<string> Missed, double? Others, double RulesAt20, double Milliseconds)
{
    private const int First = 20;

    public double Recall => (Changed - Missed.Count) / (double)Changed;

    public static CandidateScore Of(KnownTicket ticket, TicketGrounding grounding, double milliseconds)
    {
        var pool = grounding.Candidates.Select(c => c.Path).ToHashSet(StringComparer.Ordinal);
        return new CandidateScore(
            ticket.Key,
            pool.Count,
            pool.Count(IsProduction),
            ticket.Production.Count,
            [.. ticket.Production.Where(p => !pool.Contains(p)).Order(StringComparer.Ordinal)],
            ticket.Others.Count == 0 ? null : ticket.Others.Count(pool.Contains) / (double)ticket.Others.Count,
            grounding.Files.Select(f => f.Path).Where(IsProduction).Take(First).Count(ticket.Production.Contains) / (double)ticket.Production.Count,
            milliseconds);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Key}: recall {Recall:0.00} of {Changed}, pool {Pool}, rules at 20 {RulesAt20:0.00}, {Milliseconds:0} ms");

    /// <summary>As the evaluation sorts files: code and SQL outside tests.</summary>
    public static bool IsProduction(string path) =>
        Path.GetExtension(path) is ".cs" or ".sql" or ".ps1" or ".psm1" or ".sh" or ".ts" or ".tsx" or ".js" or ".py" or ".cshtml" or ".razor"
        && !path.Contains("Tests", StringComparison.Ordinal)
        && !path.Contains("/tests/", StringComparison.OrdinalIgnoreCase);
}
