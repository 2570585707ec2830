using Planner.Core.Grounding.Ranking;
using Planner.Core.Text.Paths;

namespace Planner.Core.Grounding.Candidates.Sources;

/// <summary>Files that lie beside likely ones; those that share words with the ticket come first.</summary>
internal sealed class SameFolder : ICandidateSource
{
    /// <summary>The place by words at which sharing them counts half.</summary>
    private const double HalfPlace = 50;

    public IEnumerable<CandidateLead> Find(CandidateSearch search)
    {
        var evidence = new Evidence(furtherReasons: 1);
        var places = search.Ranking.ByWords.Select((f, at) => (f, at)).ToDictionary(p => p.f, p => p.at, StringComparer.Ordinal);
        var byFolder = search.Index.Documents.Select(d => d.Path).ToLookup(PathParts.Folder, StringComparer.Ordinal);
        foreach (var folder in search.Likely.GroupBy(l => PathParts.Folder(l.Path), StringComparer.Ordinal))
        {
            var strength = folder.Sum(l => l.Strength) / Math.Sqrt(byFolder[folder.Key].Count());
            foreach (var file in byFolder[folder.Key])
            {
                var words = places.TryGetValue(file, out var place) ? HalfPlace / (HalfPlace + place) : 0;
                evidence.Add(file, strength * (1 + words), $"lies in the folder of {PathParts.Name(folder.First().Path)}");
            }
        }

        return evidence.Leads();
    }
}
