namespace Planner.Integrations.Mcp.Settings;

/// <summary>Where a path leads when all links on the way are followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>An absolute path without links. What is not there stays as it is written.</summary>
    public static string Of(string path)
    {
        var whole = Path.GetFullPath(path);
        for (var links = 0; links < MostLinks && FirstLink(whole) is var (link, below); links++)
        {
            whole = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(link.FullName)!, link.LinkTarget!, below));
        }

        return whole;
    }

    /// <summary>True where a path lies in a folder, or is it; both absolute and without links.</summary>
    public static bool IsInside(string path, string folder)
    {
        var root = Path.TrimEndingDirectorySeparator(folder);
        return path.StartsWith(root, StringComparison.OrdinalIgnoreCase)
            && (path.Length == root.Length || root.EndsWith(Path.DirectorySeparatorChar) || path[root.Length] == Path.DirectorySeparatorChar);
    }

    private static (FileSystemInfo Link, string Below)? FirstLink(string path)
    {
        var parts = path[Path.GetPathRoot(path)!.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        var at = Path.GetPathRoot(path)!;
        for (var i = 0; i < parts.Length; i++)
        {
            at = Path.Combine(at, parts[i]);
            FileSystemInfo here = Directory.Exists(at) ? new DirectoryInfo(at) : new FileInfo(at);
            if (here.LinkTarget is not null)
            {
                return (here, string.Join(Path.DirectorySeparatorChar, parts[(i + 1)..]));
            }
        }

        return null;
    }
}
