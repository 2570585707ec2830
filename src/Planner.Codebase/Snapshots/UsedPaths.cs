namespace Planner.Codebase.Snapshots;

/// <summary>The paths of an archive so far: no file twice, also not in another case, and none where a folder stands.</summary>
internal sealed class UsedPaths
{
    private readonly HashSet<string> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> folders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>False where the path clashes with another; nothing is remembered then.</summary>
    public bool TryAdd(string path)
    {
        if (folders.Contains(path) || Above(path).Any(files.Contains) || !files.Add(path))
        {
            return false;
        }

        folders.UnionWith(Above(path));
        return true;
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var at = path.IndexOf('/', StringComparison.Ordinal); at >= 0; at = path.IndexOf('/', at + 1))
        {
            yield return path[..at];
        }
    }
}
