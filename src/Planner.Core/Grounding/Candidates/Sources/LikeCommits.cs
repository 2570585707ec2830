using Planner.Core.Grounding.Ranking;

namespace Planner.Core.Grounding.Candidates.Sources;

/// <summary>Files that earlier commits about the like changed.</summary>
internal sealed class LikeCommits : ICandidateSource
{
    public IEnumerable<CandidateLead> Find(CandidateSearch search)
    {
        var evidence = new Evidence(furtherReasons: 1);
        foreach (var (commit, likeness) in search.Ranking.Past.Likest)
        {
            foreach (var file in commit.Files)
            {
                evidence.Add(file, likeness / Math.Sqrt(commit.Files.Count), $"was changed by the like commit {commit.ShortSha}");
            }
        }

        return evidence.Leads();
    }
}
