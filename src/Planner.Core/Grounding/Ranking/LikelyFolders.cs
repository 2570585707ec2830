using Planner.Core.Text.Paths;

namespace Planner.Core.Grounding.Ranking;

/// <summary>Where the likeliest files lie: a change seldom stays in one file, but often in one folder.</summary>
internal sealed class LikelyFolders(IReadOnlyList<string> files)
{
    private readonly string[] folders = [.. files.Select(PathParts.Folder)];

    /// <summary>For each file what its folder holds of the strength of the seeds, the likeliest folder 1.</summary>
    public double[] Of(IReadOnlyList<(int File, double Strength)> seeds)
    {
        var sums = seeds.GroupBy(s => folders[s.File], s => s.Strength, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(), StringComparer.Ordinal);
        var most = Math.Max(sums.Values.DefaultIfEmpty(0).Max(), double.Epsilon);
        return [.. folders.Select(f => sums.GetValueOrDefault(f) / most)];
    }
}
