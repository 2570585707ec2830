using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Ranking;

namespace Planner.Core.Grounding.Candidates.Sources;

/// <summary>Tests whose class says that it tests a likely type.</summary>
internal sealed class TestsOfTypes : ICandidateSource
{
    public IEnumerable<CandidateLead> Find(CandidateSearch search)
    {
        var (evidence, types) = (new Evidence(furtherReasons: 1), search.Ranking.Neighbours.Types);
        foreach (var likely in search.Likely)
        {
            foreach (var type in types.DeclaredIn[likely.Path])
            {
                var tests = types.Testing[type.Name].ToList();
                foreach (var file in tests)
                {
                    evidence.Add(file, likely.Strength / Math.Sqrt(tests.Count), $"tests {type.Name}");
                }
            }
        }

        return evidence.Leads();
    }
}
