using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Ranking;
using Planner.Core.Text.Paths;

namespace Planner.Core.Grounding.Candidates;

/// <summary>What sources of candidates start from: the code base, and what the ranking found likely.</summary>
internal sealed class CandidateSearch(CodebaseIndex index, FileRanking ranking)
{
    private const int MostLikely = 40;

    /// <summary>The place at which strength has fallen to a half.</summary>
    private const double HalfPlace = 10;

    private readonly HashSet<string> projects = [.. index.Projects.Select(p => PathParts.Folder(p.Path))];

    public CodebaseIndex Index => index;

    public FileRanking Ranking => ranking;

    /// <summary>Production files that are likely by rules, with a strength that falls from 1.</summary>
    public IReadOnlyList<LikelyFile> Likely { get; } =
        [.. ranking.Order.Where(FileKind.IsProduction).Take(MostLikely).Select((f, at) => new LikelyFile(f, HalfPlace / (HalfPlace + at)))];

    /// <summary>The folder of the project that a file belongs to; its own folder where no project is above it.</summary>
    public string ProjectOf(string path)
    {
        for (var folder = PathParts.Folder(path); folder.Length > 0; folder = PathParts.Folder(folder))
        {
            if (projects.Contains(folder))
            {
                return folder;
            }
        }

        return PathParts.Folder(path);
    }
}

/// <summary>A file that is likely to change, from 0 to 1.</summary>
internal readonly record struct LikelyFile(string Path, double Strength);
