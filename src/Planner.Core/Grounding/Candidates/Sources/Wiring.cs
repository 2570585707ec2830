using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Ranking;
using Planner.Core.Text.Paths;

namespace Planner.Core.Grounding.Candidates.Sources;

/// <summary>Where likely types are registered, and what starts, registers and configures in their projects.</summary>
internal sealed class Wiring : ICandidateSource
{
    /// <summary>A project's wiring beside the file that registers the very type.</summary>
    private const double OfProject = 0.2;

    private const double OfSettings = 0.5;

    private static readonly string[] Starts = ["Program.cs", "Startup.cs"];
    private static readonly string[] Ends = ["Options.cs", "Settings.cs", "Constants.cs", "Extensions.cs", "Module.cs", "Configuration.cs"];

    public IEnumerable<CandidateLead> Find(CandidateSearch search)
    {
        var evidence = new Evidence(furtherReasons: 1);
        foreach (var likely in search.Likely)
        {
            foreach (var type in search.Ranking.Neighbours.Types.DeclaredIn[likely.Path])
            {
                AddRegistrations(evidence, search, likely, type.Name);
            }
        }

        AddProjects(evidence, search);
        return evidence.Leads();
    }

    private static void AddRegistrations(Evidence evidence, CandidateSearch search, LikelyFile likely, string type)
    {
        var homes = search.Ranking.Neighbours.Types.Registering[type].ToList();
        foreach (var file in homes)
        {
            evidence.Add(file, likely.Strength / Math.Sqrt(homes.Count), $"registers {type}");
        }
    }

    private static void AddProjects(Evidence evidence, CandidateSearch search)
    {
        var strengths = search.Likely.GroupBy(l => search.ProjectOf(l.Path), l => l.Strength, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(), StringComparer.Ordinal);
        var registering = search.Index.Registrations.Select(r => r.File).ToHashSet(StringComparer.Ordinal);
        foreach (var file in search.Index.Documents.Select(d => d.Path).Where(f => f.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)))
        {
            if (Role(file, registering) is var (share, role) && share > 0 && strengths.TryGetValue(search.ProjectOf(file), out var strength))
            {
                evidence.Add(file, OfProject * share * strength, $"{role} in the project of likely files");
            }
        }
    }

    private static (double Share, string Role) Role(string file, HashSet<string> registering) => PathParts.Name(file) switch
    {
        _ when registering.Contains(file) => (1, "registers services"),
        var name when Starts.Contains(name, StringComparer.Ordinal) => (1, "starts the host"),
        var name when Ends.Any(e => name.EndsWith(e, StringComparison.Ordinal)) => (OfSettings, "may configure or wire up"),
        _ => (0, ""),
    };
}
