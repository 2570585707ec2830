using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;

namespace Planner.Core.Grounding.Candidates;

/// <summary>
/// A wide pool of files that a change for the ticket may touch. What one source puts first gets in, and so does what several
/// sources know; the files of each source are weighed by their place alone (reciprocal rank fusion), since their scores do not compare.
/// </summary>
internal sealed class CandidatePool(CandidateSearch search)
{
    /// <summary>Files of production code.</summary>
    public const int MostProduction = 250;

    /// <summary>Tests, settings, projects and pipelines.</summary>
    public const int MostOthers = 30;

    private const int MostTypes = 4;

    /// <summary>The customary constant of reciprocal rank fusion: how much the first places stand out.</summary>
    private const double Flatness = 60;

    private static readonly IReadOnlyList<ICandidateSource> Sources =
        [.. typeof(ICandidateSource).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ICandidateSource)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (ICandidateSource)Activator.CreateInstance(t)!)];

    /// <summary>At most 280 files, the likeliest by rules first; what rules do not rank follows as the sources weigh it.</summary>
    public IReadOnlyList<CandidateFile> Files()
    {
        var found = Found();
        var places = search.Ranking.Order.Select((f, at) => (f, at)).ToDictionary(p => p.f, p => p.at, StringComparer.Ordinal);
        return [.. Chosen(found, CandidateKind.Production, MostProduction)
            .Concat(Chosen(found, CandidateKind.Other, MostOthers))
            .OrderBy(c => places.GetValueOrDefault(c.Path, int.MaxValue))
            .ThenByDescending(c => c.Weight)
            .ThenBy(c => c.Path, StringComparer.Ordinal)
            .Select((c, at) => new CandidateFile(c.Path, TypesOf(c.Path), at + 1, c.Reasons))];
    }

    private List<FoundCandidate> Found()
    {
        var kinds = search.Index.Documents.ToDictionary(d => d.Path, CandidateKinds.Of, StringComparer.Ordinal);
        var found = new Dictionary<string, FoundCandidate>(StringComparer.Ordinal);
        foreach (var source in Sources)
        {
            var places = new int[3];
            foreach (var lead in source.Find(search))
            {
                // The past knows files that are gone, and these nobody can change.
                var kind = kinds.GetValueOrDefault(lead.Path);
                if (kind is CandidateKind.None)
                {
                    continue;
                }

                var candidate = found.TryGetValue(lead.Path, out var known) ? known : found[lead.Path] = new FoundCandidate(lead.Path, kind);
                candidate.Add(source.Weight / (Flatness + places[(int)kind]++), lead.Why);
            }
        }

        return [.. found.Values];
    }

    private static IEnumerable<FoundCandidate> Chosen(IEnumerable<FoundCandidate> found, CandidateKind kind, int most) => found
        .Where(c => c.Kind == kind)
        .OrderByDescending(c => c.Weight)
        .ThenBy(c => c.Path, StringComparer.Ordinal)
        .Take(most);

    /// <summary>The type that the file is named after first, then the others in their order.</summary>
    private IReadOnlyList<string> TypesOf(string path)
    {
        var name = PathParts.Name(path);
        return [.. search.Ranking.Neighbours.Types.DeclaredIn[path]
            .OrderBy(t => name.StartsWith(t.Name + ".", StringComparison.Ordinal) ? 0 : t.Line)
            .Select(t => t.Name)
            .Distinct(StringComparer.Ordinal)
            .Take(MostTypes)];
    }
}
