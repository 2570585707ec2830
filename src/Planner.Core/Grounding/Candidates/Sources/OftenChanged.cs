namespace Planner.Core.Grounding.Candidates.Sources;

/// <summary>What often changed, changes again, though the ticket says nothing of it.</summary>
internal sealed class OftenChanged : ICandidateSource
{
    public IEnumerable<CandidateLead> Find(CandidateSearch search) => search.Ranking.Past.ByChanges
        .Select(f => new CandidateLead(f.File, f.Changes == 1 ? "changed lately" : $"changed in {f.Changes} of the commits that were read"));
}
