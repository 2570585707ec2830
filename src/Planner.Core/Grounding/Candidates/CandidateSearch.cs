using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Ranking;

namespace Planner.Core.Grounding.Candidates;

/// <summary>What sources of candidates start from: the code base, and what the ranking found likely.</summary>
internal sealed class CandidateSearch(CodebaseIndex index, FileRanking ranking)
{
    private const int MostLikely = 40;

    /// <summary>The place at which strength has fallen to a half.</summary>
    private const double HalfPlace = 10;

    private readonly HashSet<string> projects = [.. index.Projects.Select(p => FolderOf(p.Path))];

    public CodebaseIndex Index => index;

    public FileRanking Ranking => ranking;

    /// <summary>Production files that are likely by rules, with a strength that falls from 1.</summary>
    public IReadOnlyList<LikelyFile> Likely { get; } =
        [.. ranking.Order.Where(FileKind.IsProduction).Take(MostLikely).Select((f, at) => new LikelyFile(f, HalfPlace / (HalfPlace + at)))];

    /// <summary>The folder of the project that a file belongs to; its own folder where no project is above it.</summary>
    public string ProjectOf(string path)
    {
        for (var folder = FolderOf(path); folder.Length > 0; folder = FolderOf(folder))
        {
            if (projects.Contains(folder))
            {
                return folder;
            }
        }

        return FolderOf(path);
    }

    public static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}

/// <summary>A file that is likely to change, from 0 to 1.</summary>
internal readonly record struct LikelyFile(string Path, double Strength);
