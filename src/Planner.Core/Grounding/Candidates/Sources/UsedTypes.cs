using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Ranking;

namespace Planner.Core.Grounding.Candidates.Sources;

/// <summary>One hop along references: files whose types a likely file uses, extends or implements.</summary>
internal sealed class UsedTypes : ICandidateSource
{
    public IEnumerable<CandidateLead> Find(CandidateSearch search)
    {
        var (evidence, types) = (new Evidence(furtherReasons: 1), search.Ranking.Neighbours.Types);
        foreach (var likely in search.Likely)
        {
            foreach (var type in types.DeclaredIn[likely.Path])
            {
                foreach (var name in type.Uses.Union(type.Bases, StringComparer.Ordinal))
                {
                    Add(evidence, types, likely, type.Name, name);
                }
            }
        }

        return evidence.Leads();
    }

    private static void Add(Evidence evidence, TypeLinks types, LikelyFile likely, string user, string name)
    {
        var homes = types.Declaring[name].Where(f => f != likely.Path).ToList();
        var common = TypeLinks.Commonness(types.Using[name].Count()) * Math.Sqrt(Math.Max(1, homes.Count));
        foreach (var file in homes)
        {
            evidence.Add(file, likely.Strength / common, $"declares {name}, which {user} uses");
        }
    }
}
