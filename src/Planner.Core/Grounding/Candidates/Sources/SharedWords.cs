using System.Globalization;

namespace Planner.Core.Grounding.Candidates.Sources;

/// <summary>Files by all words of the ticket that they share, whatever else speaks for them.</summary>
internal sealed class SharedWords : ICandidateSource
{
    public IEnumerable<CandidateLead> Find(CandidateSearch search) => search.Ranking.ByWords.Select((f, at) =>
        new CandidateLead(f, string.Create(CultureInfo.InvariantCulture, $"is number {at + 1} of all files by words shared with the ticket")));
}
