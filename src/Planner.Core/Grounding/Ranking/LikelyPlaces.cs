namespace Planner.Core.Grounding.Ranking;

/// <summary>Where the likeliest files lie: a change seldom stays in one file, but often in one project or folder.</summary>
internal sealed class LikelyPlaces
{
    private readonly string[] projects;
    private readonly string[] folders;

    public LikelyPlaces(CodebaseIndex index)
    {
        var homes = index.Projects.Select(p => FolderOf(p.Path)).ToHashSet(StringComparer.Ordinal);
        folders = [.. index.Documents.Select(d => FolderOf(d.Path))];
        projects = [.. folders.Select(f => ProjectOf(f, homes))];
    }

    /// <summary>For each document what its project and its folder hold of the strength of the seeds, 0 to 1 each.</summary>
    public (double[] Projects, double[] Folders) Of(IReadOnlyList<(int Document, double Strength)> seeds) => (Shares(projects, seeds), Shares(folders, seeds));

    private static double[] Shares(string[] places, IReadOnlyList<(int Document, double Strength)> seeds)
    {
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (document, strength) in seeds)
        {
            sums[places[document]] = sums.GetValueOrDefault(places[document]) + strength;
        }

        var most = Math.Max(sums.Values.DefaultIfEmpty(0).Max(), double.Epsilon);
        return [.. places.Select(p => sums.GetValueOrDefault(p) / most)];
    }

    private static string ProjectOf(string folder, HashSet<string> homes)
    {
        for (var at = folder; at.Length > 0; at = FolderOf(at))
        {
            if (homes.Contains(at))
            {
                return at;
            }
        }

        return folder;
    }

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
