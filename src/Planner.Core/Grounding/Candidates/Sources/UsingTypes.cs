using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Ranking;

namespace Planner.Core.Grounding.Candidates.Sources;

/// <summary>One hop against references: files that use, extend or implement a likely file's types.</summary>
internal sealed class UsingTypes : ICandidateSource
{
    public IEnumerable<CandidateLead> Find(CandidateSearch search)
    {
        var (evidence, types) = (new Evidence(furtherReasons: 1), search.Ranking.Neighbours.Types);
        foreach (var likely in search.Likely)
        {
            foreach (var type in types.DeclaredIn[likely.Path])
            {
                Add(evidence, types, likely, type.Name);
            }
        }

        return evidence.Leads();
    }

    private static void Add(Evidence evidence, TypeLinks types, LikelyFile likely, string name)
    {
        var extending = types.Extending[name].ToHashSet(StringComparer.Ordinal);
        var users = types.Using[name].Union(extending, StringComparer.Ordinal).ToList();
        var common = TypeLinks.Commonness(users.Count);
        foreach (var file in users.Where(f => f != likely.Path))
        {
            evidence.Add(file, likely.Strength / common, extending.Contains(file) ? $"implements {name}" : $"uses {name}");
        }
    }
}
