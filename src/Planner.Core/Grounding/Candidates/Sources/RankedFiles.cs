namespace Planner.Core.Grounding.Candidates.Sources;

/// <summary>Files in the rules' own order, which goes further down than the ranked list.</summary>
internal sealed class RankedFiles : ICandidateSource
{
    /// <summary>The rules weigh what nearly all others look at. Chosen by cross-validation over tickets whose changes are known.</summary>
    public double Weight => 4;

    public IEnumerable<CandidateLead> Find(CandidateSearch search)
    {
        var told = search.Ranking.Files.ToDictionary(f => f.Path, f => f.Why, StringComparer.Ordinal);
        return search.Ranking.Order.Select(f => new CandidateLead(f, told.GetValueOrDefault(f)));
    }
}
