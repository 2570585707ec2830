namespace Planner.Specialists.Models.Tools;

/// <summary>What is said about a path that is not there.</summary>
internal static class SimilarPaths
{
    private const int Most = 5;

    public static string To(string path, IReadOnlyList<string> paths)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var like = name.Length == 0 ? [] : paths.Where(p => p.EndsWith(name, StringComparison.OrdinalIgnoreCase)).Take(Most).ToList();
        return $"There is no file {path}. {(like.Count == 0 ? "Search for a name in it." : $"Did you mean {string.Join(" or ", like)}?")}";
    }
}
