using Planner.Core.Grounding.Ranking;
using Planner.Core.Text.Paths;

namespace Planner.Core.Grounding.Candidates.Sources;

/// <summary>Files that changed in the commits of likely ones.</summary>
internal sealed class ChangedTogether : ICandidateSource
{
    /// <summary>One of one says less than twenty of thirty.</summary>
    private const int Chance = 3;

    public IEnumerable<CandidateLead> Find(CandidateSearch search)
    {
        var evidence = new Evidence(furtherReasons: 1);
        foreach (var likely in search.Likely)
        {
            var (commits, together) = search.Ranking.Past.Together(likely.Path);
            foreach (var (file, times) in together)
            {
                var strength = likely.Strength * times / (commits + Chance);
                evidence.Add(file, strength, $"changed with {PathParts.Name(likely.Path)} {times} of {commits} times");
            }
        }

        return evidence.Leads();
    }
}
