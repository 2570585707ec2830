namespace Planner.Core.Text.Paths;

/// <summary>Parts of a path as repositories write it: with slashes, relative to the root.</summary>
public static class PathParts
{
    /// <summary>The folder without a slash at its end; empty for what lies in the root.</summary>
    public static string Folder(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    /// <summary>The folder with a slash at its end, so that every path below begins with it; empty for what lies in the root.</summary>
    public static string FolderPrefix(string path) => path[..(path.LastIndexOf('/') + 1)];

    /// <summary>What stands behind the last slash.</summary>
    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
